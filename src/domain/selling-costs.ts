import * as v from "valibot"
import { feeCategories, rateSchema } from "./fee"
import { countrySchema, textSchema } from "./limits"
import { moneySchema } from "./money"

/** What the seller typed about selling one listing, so that profit can be worked out. Costs may be in another currency. */
export const sellingCostsSchema = v.strictObject({
  listingId: textSchema,
  store: countrySchema,
  /** The marketplace's kind of goods, where its fee differs from the general one. */
  category: v.optional(v.picklist(feeCategories)),
  price: moneySchema,
  shippingPaidByBuyer: moneySchema,
  taxRate: rateSchema,
  taxIncluded: v.boolean(),
  productCost: moneySchema,
  shippingCost: moneySchema,
  otherCost: moneySchema,
  adRate: rateSchema,
  returnRate: rateSchema,
  returnCost: moneySchema,
  resaleRate: rateSchema
})
export type SellingCosts = v.InferOutput<typeof sellingCostsSchema>
