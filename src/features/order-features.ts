import type { ContactFlag } from "./contact-rarity"
import type { FactName } from "./missing-facts"
import type { OutcomeCounts } from "./outcomes"

/** The columns of a feature row, in order. A row says how an order differs from what came before it. */
export const orderFeatures = [
  "amountVsShop",
  "amountVsCountry",
  "amountVsBuyer",
  "priceHighVsSku",
  "priceLowVsSku",
  "quantityVsSku",
  "quantityVsShop",
  "linesVsShop",
  "buyerOrdersHour",
  "buyerOrdersDay",
  "buyerOrdersWeek",
  "contactOrdersDay",
  "addressOrdersDay",
  "addressBuyersWeek",
  "addressBuyersMonth",
  "contactBuyersMonth",
  "skuOrdersHour",
  "shopOrdersHour",
  "repeatedItemsDay",
  "newBuyerHighValue",
  "countryMismatch",
  "mixRarity",
  "hourRarity",
  "rushShipping",
  "rushHighValue",
  "paymentAttempts",
  "retriesHour",
  "buyerOrdersMonth",
  "repeatedItemsMonth",
  "buyerUnitsMonth",
  "buyerAddressesMonth",
  "newAddressKnownBuyer",
  "newContactKnownBuyer",
  "buyerReturns",
  "buyerNotReceived",
  "buyerDeclined",
  "linkedToConfirmed",
  "productOfConfirmed",
  "disposableEmail",
  "nameMismatch",
  "oddEmail",
  "poBox",
  "forwarder",
  "oddAddress",
  "newBuyerQuantity",
  "oneProductBulk",
  "mismatchHighValue",
  "nightHighValue",
  "marketplaceRisk",
  "totalMismatch",
  "missingFacts"
] as const
export type OrderFeature = (typeof orderFeatures)[number]

/** Where a feature stands in a row. */
export const featureIndex = Object.fromEntries(orderFeatures.map((name, i) => [name, i])) as Record<
  OrderFeature,
  number
>

/** Features of facts that only pages show: contact, addresses, billing, payment, delivery. Exported files lack them. */
export const pageFeatures: readonly number[] = (
  [
    "contactOrdersDay",
    "addressOrdersDay",
    "addressBuyersWeek",
    "addressBuyersMonth",
    "contactBuyersMonth",
    "countryMismatch",
    "mismatchHighValue",
    "rushShipping",
    "rushHighValue",
    "paymentAttempts",
    "retriesHour",
    "buyerAddressesMonth",
    "newAddressKnownBuyer",
    "newContactKnownBuyer",
    "disposableEmail",
    "nameMismatch",
    "oddEmail",
    "poBox",
    "forwarder",
    "oddAddress",
    "marketplaceRisk",
    "totalMismatch",
    "missingFacts"
  ] satisfies OrderFeature[]
).map((name) => featureIndex[name])

/** A row without what files do not tell, so that a page is not odd for showing it. */
export function withoutPageFacts(values: Float32Array): Float32Array {
  const left = values.slice()
  for (const feature of pageFeatures) left[feature] = 0
  return left
}

/**
 * The features whose size means something beyond all that was seen: differences in spreads. Counts and rarities
 * stop at what they saw, since their tails come in steps.
 */
export const magnitudeFeatures: readonly number[] = [
  featureIndex.amountVsShop,
  featureIndex.amountVsCountry
]

/** What an order was compared with, for the reasons: the numbers that a seller can check. */
export type Comparison = {
  amountVsShop?: { usual: number; times: number; n: number }
  amountVsCountry?: { usual: number; times: number; n: number }
  amountVsBuyer?: { usual: number; times: number; n: number }
  priceVsSku?: { sku: string; price: number; usual: number; times: number; n: number }
  quantityVsSku?: { sku: string; quantity: number; usual: number; n: number }
  quantityVsShop: { quantity: number; usual: number; n: number }
  lines: { count: number; usual: number }
  buyer: { hour: number; day: number; week: number; known: number }
  address: { day: number; buyers: number; buyersWeek: number }
  contactDay: number
  contactBuyers: number
  /** Orders of the shop within the hour that also took several attempts to pay. */
  retriesHour: number
  sku: { sku: string; hour: number; usual: number }
  shop: { hour: number; usual: number }
  repeatedDay: number
  country: { share: number; n: number }
  mismatch: { share: number; n: number }
  mix: { sku: string; share: number; n: number }
  hour: { hour: number; share: number; n: number }
  method: { share: number; n: number }
  month: { orders: number; repeated: number; addresses: number }
  units: { sku: string; units: number; usual: number }
  /** Facts of a known buyer that were never seen with it before. */
  changed: { address: boolean; contact: boolean; orders: number }
  past: OutcomeCounts
  linked: number
  /** The product of this order that confirmed orders have most beyond its usual share. */
  confirmedProduct: { sku: string; orders: number; all: number } | null
  contact: Record<ContactFlag, { share: number; n: number } | null>
  sum: { lines: number; total: number } | null
  missing: { fact: FactName; share: number; n: number } | null
}

export type FeatureRow = { values: Float32Array; comparison: Comparison }
