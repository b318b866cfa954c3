import * as v from "valibot"
import { defineCheck, passed, unknown } from "../check"

/**
 * No text on the picture's background (a banner, a web address, a mark); text on the product itself may be its print,
 * so a picture that holds only such is unknown, as one whose pixels may not be read.
 */
export const imageText = defineCheck(
  "image-text",
  { which: v.picklist(["main", "every"]) },
  ({ which }, { listing }) => {
    const images = which === "main" ? listing.images?.slice(0, 1) : listing.images
    if (!images || images.length === 0) return unknown
    const most = Math.max(...images.map(({ textBeside = 0 }) => textBeside))
    if (most > 0) return { outcome: "failed", facts: { measured: { kind: "share", value: most } } }
    const clear = images.every(({ textBeside, textWithin }) => textBeside === 0 && textWithin === 0)
    return clear ? passed : unknown
  }
)
