import * as v from "valibot"
import { defineCheck, passed, text, unknown } from "../check"
import { piecesOf } from "../pieces"

/** The field is filled; with `name`, the attribute of that name is. */
export const required = defineCheck(
  "required",
  { name: v.optional(v.pipe(v.string(), v.minLength(1))) },
  ({ name }, { listing, field }) => {
    if (field === "price") return listing.price ? passed : unknown
    if (field === "images") {
      if (!listing.images) return unknown
      return listing.images.length > 0 ? passed : { outcome: "failed" }
    }
    const named = listing.attributes?.filter(
      (one) => name !== undefined && one.name.toLowerCase() === name.toLowerCase()
    )
    const texts =
      name === undefined
        ? piecesOf(listing, field)?.map((one) => one.text)
        : named?.map((one) => one.value)
    if (!texts) return unknown
    if (texts.some((one) => one.trim() !== "")) return passed
    return { outcome: "failed", facts: name === undefined ? {} : { name: text(name) } }
  }
)
