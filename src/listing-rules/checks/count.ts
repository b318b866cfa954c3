import * as v from "valibot"
import { count as countFact, defineCheck, passed, unknown } from "../check"
import { piecesOf } from "../pieces"

const number = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)))

/** How many bullets, tags or pictures there are. */
export const count = defineCheck("count", { min: number, max: number }, (value, look) => {
  const { listing, field } = look
  const measured =
    field === "images"
      ? listing.images?.length
      : field === "variationImages"
        ? listing.variationImages
        : piecesOf(listing, field)?.length
  if (measured === undefined) return unknown
  const { min = 0, max = Number.POSITIVE_INFINITY } = value
  const mayBeMore = field === "images" && listing.imagesComplete !== true
  if (measured < min && mayBeMore) return unknown
  if (measured >= min && measured <= max)
    return mayBeMore && max < Number.POSITIVE_INFINITY ? unknown : passed
  const limit = measured < min ? { min: countFact(min) } : { max: countFact(max) }
  return { outcome: "failed", facts: { measured: countFact(measured), ...limit } }
})
