import type { Fee } from "../domain/fee"
import type { Money } from "../domain/money"
import { holdsOn } from "./dated"
import { part } from "./decimal"

export type Sale = {
  marketplace: string
  store: string
  /** What the buyer pays for the item, tax included where the store shows prices with it. */
  item: Money
  /** What the buyer pays for shipping, tax included. */
  shipping: Money
  /** The tax in item and shipping, or on top of them. */
  tax: { amount: Money; included: boolean }
}

const checkedOn = "2026-11-24"
const usd = (minor: number): Money => ({ minor, currency: "USD" })

/**
 * Fees with a source that was found. Rates differ by category and plan, so a seller's own row of the same name wins.
 * eBay's percentage is left to the seller: only its fixed part was found on a page of eBay's.
 */
export const shippedFees: Fee[] = [
  {
    id: "amazon.us.referral",
    marketplace: "amazon",
    stores: ["US"],
    name: "referral",
    rate: "0.15",
    of: "item-and-shipping",
    minimum: usd(30),
    source:
      "SellerVault, glossary “referral fee”: most categories 15 %, commonly at least $0.30; Amazon help 19211 for the base",
    confidence: "medium",
    checkedOn
  },
  {
    id: "etsy.us.listing",
    marketplace: "etsy",
    name: "listing",
    stores: ["US"],
    fixed: usd(20),
    kept: true,
    source: "etsy.com/legal/fees",
    confidence: "official",
    checkedOn
  },
  {
    id: "etsy.transaction",
    marketplace: "etsy",
    name: "transaction",
    rate: "0.065",
    of: "item-and-shipping",
    source: "etsy.com/legal/fees through wise.com/us/blog/how-much-does-etsy-take-per-sale",
    confidence: "high",
    checkedOn
  },
  {
    id: "etsy.us.payment",
    marketplace: "etsy",
    stores: ["US"],
    name: "payment",
    rate: "0.03",
    of: "total",
    fixed: usd(25),
    source: "wise.com/us/blog/how-much-does-etsy-take-per-sale (Etsy Payments, United States)",
    confidence: "medium",
    checkedOn
  },
  {
    id: "ebay.us.per-order.small",
    marketplace: "ebay",
    stores: ["US"],
    name: "per-order",
    fixed: usd(30),
    upTo: usd(1_000),
    kept: true,
    validFrom: "2024-03-15",
    source: "eBay seller update, winter 2024, “Our per-order fee is changing”",
    confidence: "official",
    checkedOn
  },
  {
    id: "ebay.us.per-order",
    marketplace: "ebay",
    stores: ["US"],
    name: "per-order",
    fixed: usd(40),
    above: usd(1_000),
    kept: true,
    validFrom: "2024-03-15",
    source: "eBay seller update, winter 2024, “Our per-order fee is changing”",
    confidence: "official",
    checkedOn
  }
]

function isFor(fee: Fee, sale: Sale, total: Money): boolean {
  const foreign = [fee.fixed, fee.minimum].some(
    (money) => money && money.currency !== total.currency
  )
  if (fee.marketplace !== sale.marketplace || foreign) return false
  if (fee.stores && !fee.stores.includes(sale.store)) return false
  if (fee.above && total.minor <= fee.above.minor) return false
  return !fee.upTo || total.minor <= fee.upTo.minor
}

function amountOf(fee: Fee, sale: Sale, total: Money): Money {
  const before = sale.item.minor + sale.shipping.minor
  const tax = sale.tax.included ? sale.tax.amount.minor : 0
  const bases = { item: sale.item.minor, "item-and-shipping": before - tax, total: total.minor }
  const { currency } = total
  const rated =
    fee.rate === undefined ? 0 : part({ minor: bases[fee.of ?? "item"], currency }, fee.rate).minor
  return { minor: Math.max(rated, fee.minimum?.minor ?? 0) + (fee.fixed?.minor ?? 0), currency }
}

export type ChargedFee = { fee: Fee; amount: Money }

/** What the marketplace keeps of one sale on a day (ISO date); the seller's rows win over ours of the same name. */
export function feesOf(sale: Sale, day: string, own: Fee[] = []): ChargedFee[] {
  const onTop = sale.tax.included ? 0 : sale.tax.amount.minor
  const total = {
    minor: sale.item.minor + sale.shipping.minor + onTop,
    currency: sale.item.currency
  }
  const fits = (fee: Fee) => holdsOn(fee, day) && isFor(fee, sale, total)
  const ours = shippedFees.filter(
    (fee) =>
      fits(fee) && !own.some((one) => one.name === fee.name && one.marketplace === fee.marketplace)
  )
  return [...own.filter(fits), ...ours].map((fee) => ({ fee, amount: amountOf(fee, sale, total) }))
}
