import { defineCheck, passed, unknown } from "../check"

/** A picture of the item itself; a page that does not label its pictures says nothing. */
export const stockPicture = defineCheck("stock-picture", {}, (_, { listing }) => {
  if (listing.stockPicture === undefined) return unknown
  return listing.stockPicture ? { outcome: "failed" } : passed
})
