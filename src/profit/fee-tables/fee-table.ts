import type { Fee, FeeCategory } from "../../domain/fee"
import type { Money } from "../../domain/money"

/** What rows of one table have in common. */
export type Shared = Pick<Fee, "marketplace" | "source" | "confidence"> & Partial<Fee>

/** Fees that share a marketplace, a source and dates; ids get the marketplace's name in front. */
export const fees = (shared: Shared, own: (Pick<Fee, "id" | "name"> & Partial<Fee>)[]): Fee[] =>
  own.map((fee) => ({
    checkedOn: "2026-11-24",
    ...shared,
    ...fee,
    id: `${shared.marketplace}.${fee.id}`
  }))

const inCurrency =
  (currency: string) =>
  (minor: number): Money => ({ minor, currency })
export const [usd, eur, gbp] = [inCurrency("USD"), inCurrency("EUR"), inCurrency("GBP")]

type Step = Pick<Fee, "id" | "name"> & Partial<Fee>

/** One rate for goods of a kind. */
export const flat = (id: string, category: FeeCategory, rate: string): Step => ({
  id: `${id}.${category}`,
  name: "referral",
  category,
  rate
})

/** Rates by the price of the whole sale: each holds up to its amount, the last above. */
export function byPrice(
  id: string,
  category: FeeCategory,
  steps: [rate: string, upTo?: Money][]
): Step[] {
  return steps.map(([rate, upTo], i) => {
    const above = steps[i - 1]?.[1]
    return {
      ...flat(id, category, rate),
      id: `${id}.${category}.${i + 1}`,
      ...(above && { above }),
      ...(upTo && { upTo })
    }
  })
}

/** One rate for the part up to an amount, another for the rest. A least fee is charged once, with the first part. */
export function byPart(
  id: string,
  category: FeeCategory,
  edge: Money,
  [first, rest]: [string, string]
): Step[] {
  const { currency } = edge
  return [
    { ...flat(id, category, first), id: `${id}.${category}.1`, partUpTo: edge },
    {
      ...flat(id, category, rest),
      id: `${id}.${category}.2`,
      partAbove: edge,
      minimum: { minor: 0, currency }
    }
  ]
}
