import type { FeeCategory } from "../../src/domain/fee"
import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import type { SellingCosts } from "../../src/domain/selling-costs"
import { moneyText, percentText, typedMoney, typedRate } from "../../src/profit/decimal"

const priceFields = ["price", "shippingPaid"] as const
const costFields = ["product", "shipping", "other", "returnCost"] as const
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
  /** Of the price, and of the costs. */
  currency: string
  costCurrency: string
  store: string
  category: FeeCategory | undefined
  taxIncluded: boolean
}

const kept: Record<
  PlanField,
  Exclude<keyof SellingCosts, "listingId" | "store" | "category" | "taxIncluded">
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
    costCurrency: price?.currency ?? "USD",
    store,
    category: undefined,
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
    costCurrency: costs.productCost.currency,
    store: costs.store,
    category: costs.category,
    taxIncluded: costs.taxIncluded
  }
}

/** What the form says, or the first field that says nothing. */
export function costsOf(form: PlanForm, listingId: string): SellingCosts | { wrong: PlanField } {
  const { store, category, taxIncluded } = form
  const currencies = new Map<string, string>([
    ...priceFields.map((field): [string, string] => [field, form.currency]),
    ...costFields.map((field): [string, string] => [field, form.costCurrency])
  ])
  const values: Partial<Record<string, unknown>> = {}
  for (const field of planFields) {
    try {
      const currency = currencies.get(field)
      values[kept[field]] = currency ? typedMoney(form[field], currency) : typedRate(form[field])
    } catch {
      return { wrong: field }
    }
  }
  return { ...values, listingId, store, ...(category && { category }), taxIncluded } as SellingCosts
}
