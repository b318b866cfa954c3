import * as v from "valibot"
import type { Money } from "../../domain/money"
import { count, defineCheck, passed, unknown } from "../check"

/** The middle of the prices, lower one of two: never a price that nobody asks. */
export function middlePrice(prices: Money[]): Money | undefined {
  return prices.toSorted((a, b) => a.minor - b.minor)[Math.floor((prices.length - 1) / 2)]
}

/** The price lies within `low` to `high` times the middle of at least `fewest` similar listings that the seller saw. */
export const pricePosition = defineCheck(
  "price-position",
  {
    low: v.pipe(v.number(), v.minValue(0)),
    high: v.pipe(v.number(), v.minValue(1)),
    fewest: v.pipe(v.number(), v.integer(), v.minValue(3))
  },
  ({ low, high, fewest }, { listing, context }) => {
    const { price } = listing
    const same = context.similarPrices.filter(({ currency }) => currency === price?.currency)
    const middle = middlePrice(same)
    if (!price || !middle || middle.minor <= 0 || same.length < fewest) return unknown
    const times = price.minor / middle.minor
    if (times >= low && times <= high) return passed
    return {
      outcome: "failed",
      facts: {
        price: { kind: "money", value: price },
        middle: { kind: "money", value: middle },
        times: { kind: "ratio", value: times },
        n: count(same.length)
      }
    }
  }
)
