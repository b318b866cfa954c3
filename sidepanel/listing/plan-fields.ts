import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import type { SellingCosts } from "../../src/domain/selling-costs"
import { moneyText, percentText, typedMoney, typedRate } from "../../src/profit/decimal"

const moneyFields = ["price", "shippingPaid", "product", "shipping", "other", "returnCost"] as const
export const planFields = [
  "price",
  "shippingPaid",
  "taxRate",
  "product",
  "shipping",
  "other",
  "ads",
  "returns",
  "returnCost",
  "resale"
] as const
export type PlanField = (typeof planFields)[number]

/** What is typed into the form, as typed. */
export type PlanForm = Record<PlanField, string> & {
  currency: string
  store: string
  taxIncluded: boolean
}

const kept: Record<
  PlanField,
  Exclude<keyof SellingCosts, "listingId" | "store" | "taxIncluded">
> = {
  price: "price",
  shippingPaid: "shippingPaidByBuyer",
  taxRate: "taxRate",
  product: "productCost",
  shipping: "shippingCost",
  other: "otherCost",
  ads: "adRate",
  returns: "returnRate",
  returnCost: "returnCost",
  resale: "resaleRate"
}

/** An empty form for a listing: its price, its store, nothing else made up. */
export function emptyForm({ price, store = "US" }: ListingAnalysis, taxRate: string): PlanForm {
  const zeros = Object.fromEntries(planFields.map((field) => [field, "0"])) as Record<
    PlanField,
    string
  >
  return {
    ...zeros,
    ...(price && { price: moneyText(price) }),
    taxRate: percentText(taxRate),
    currency: price?.currency ?? "USD",
    store,
    taxIncluded: taxRate !== "0"
  }
}

/** The form as it was kept. */
export function formOf(costs: SellingCosts): PlanForm {
  const texts = planFields.map((field) => {
    const value = costs[kept[field]]
    return [field, typeof value === "string" ? percentText(value) : moneyText(value)]
  })
  return {
    ...(Object.fromEntries(texts) as Record<PlanField, string>),
    currency: costs.price.currency,
    store: costs.store,
    taxIncluded: costs.taxIncluded
  }
}

/** What the form says, or the first field that says nothing. */
export function costsOf(form: PlanForm, listingId: string): SellingCosts | { wrong: PlanField } {
  const values: Partial<Record<string, unknown>> = {}
  for (const field of planFields) {
    try {
      const isMoney = moneyFields.some((one) => one === field)
      values[kept[field]] = isMoney
        ? typedMoney(form[field], form.currency)
        : typedRate(form[field])
    } catch {
      return { wrong: field }
    }
  }
  return { ...values, listingId, store: form.store, taxIncluded: form.taxIncluded } as SellingCosts
}
