import { count, defineCheck, passed, unknown } from "../check"

/** The field cannot change once the listing has sold; said before the first sale is too late, so it is a warning. */
export const frozenAfterSale = defineCheck("frozen-after-sale", {}, (_, { listing }) => {
  if (listing.sold === undefined) return unknown
  return listing.sold === 0 ? passed : { outcome: "failed", facts: { sold: count(listing.sold) } }
})
