import * as v from "valibot"
import { count, defineCheck, passed, unknown } from "../check"

const size = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)))

/** The longer side in pixels, of the first picture or of every one. Unknown where a page shows small copies only. */
export const imageSize = defineCheck(
  "image-size",
  { min: size, max: size, which: v.picklist(["main", "every"]) },
  ({ min = 0, max = Number.POSITIVE_INFINITY, which }, { listing }) => {
    const images = which === "main" ? listing.images?.slice(0, 1) : listing.images
    if (!images || images.length === 0) return unknown
    const sides = images.flatMap(({ width, height }) =>
      width === undefined || height === undefined ? [] : [Math.max(width, height)]
    )
    const proven = images.filter(
      ({ atLeast = 0 }) => max === Number.POSITIVE_INFINITY && atLeast >= min
    )
    const small = sides.filter((side) => side < min)
    const large = sides.filter((side) => side > max)
    if (small.length > 0) {
      const facts = {
        measured: count(Math.min(...small)),
        min: count(min),
        images: count(small.length)
      }
      return { outcome: "failed", facts }
    }
    if (large.length > 0) {
      const facts = {
        measured: count(Math.max(...large)),
        max: count(max),
        images: count(large.length)
      }
      return { outcome: "failed", facts }
    }
    return sides.length + proven.length < images.length ? unknown : passed
  }
)
