import { count, defineCheck, passed, unknown } from "../check"

/** No frame of one colour around a picture; unknown where pixels may not be read. */
export const imageBorder = defineCheck("image-border", {}, (_, { listing }) => {
  const { images = [] } = listing
  const framed = images.filter(({ border }) => border === true).length
  if (framed > 0) return { outcome: "failed", facts: { images: count(framed) } }
  return images.length > 0 && images.every(({ border }) => border === false) ? passed : unknown
})
