import type { Fee } from "../../domain/fee"
import { amazonFees } from "./amazon"
import { ebayFees } from "./ebay"
import { etsyFees } from "./etsy"
import { shopifyFees } from "./shopify"
import { tiktokShopFees } from "./tiktok-shop"
import { walmartFees } from "./walmart"

/**
 * Fees with a source that was found, dated where it gives a day. Rates differ by category, plan and level of the
 * seller, so a seller's own row of the same name wins; a fee without a dependable source is the seller's to type.
 */
export const shippedFees: Fee[] = [
  ...amazonFees,
  ...ebayFees,
  ...etsyFees,
  ...shopifyFees,
  ...tiktokShopFees,
  ...walmartFees
]
