import type { Fact } from "../../domain/insight"
import type { Money } from "../../domain/money"
import { defineCheck, passed, unknown } from "../check"

const money = (value: Money): Fact => ({ kind: "money", value })

/** A price above zero, and a struck price, where there is one, above it in the same currency. */
export const priceSanity = defineCheck("price-sanity", {}, (_, { listing }) => {
  const { price, listPrice } = listing
  if (!price) return unknown
  if (price.minor <= 0) return { outcome: "failed", facts: { price: money(price) } }
  if (!listPrice) return passed
  if (listPrice.currency === price.currency && listPrice.minor > price.minor) return passed
  return { outcome: "failed", facts: { price: money(price), listPrice: money(listPrice) } }
})
