import * as v from "valibot"
import { defineCheck, passed, unknown } from "../check"

/** The main picture's edge is pure white (RGB 255) to at least this share; unknown where pixels may not be read. */
export const imageBackground = defineCheck(
  "image-background",
  { min: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) },
  ({ min }, { listing }) => {
    const white = listing.images?.[0]?.whiteEdge
    if (white === undefined) return unknown
    return white >= min
      ? passed
      : { outcome: "failed", facts: { measured: { kind: "share", value: white } } }
  }
)
