import { featureIndex, type OrderFeature } from "./order-features"

/** Features that tell of the same fact: when one becomes usual, the others of its group do too. */
const groups: readonly (readonly OrderFeature[])[] = [
  [
    "amountVsShop",
    "amountVsCountry",
    "amountVsBuyer",
    "newBuyerHighValue",
    "rushHighValue",
    "mismatchHighValue",
    "nightHighValue"
  ],
  ["priceHighVsSku", "priceLowVsSku"],
  ["quantityVsSku", "quantityVsShop", "newBuyerQuantity", "oneProductBulk", "buyerUnitsMonth"],
  ["linesVsShop", "mixRarity"],
  [
    "buyerOrdersHour",
    "buyerOrdersDay",
    "buyerOrdersWeek",
    "buyerOrdersMonth",
    "contactOrdersDay",
    "repeatedItemsDay",
    "repeatedItemsMonth"
  ],
  ["addressOrdersDay", "addressBuyersWeek", "addressBuyersMonth", "buyerAddressesMonth"],
  ["skuOrdersHour", "shopOrdersHour"],
  ["countryMismatch", "mismatchHighValue"],
  ["rushShipping", "rushHighValue"],
  ["paymentAttempts", "retriesHour"],
  ["hourRarity", "nightHighValue"],
  ["newAddressKnownBuyer", "newContactKnownBuyer"],
  ["buyerReturns", "buyerNotReceived", "buyerDeclined", "linkedToConfirmed"],
  ["disposableEmail", "oddEmail", "nameMismatch"],
  ["poBox", "forwarder", "oddAddress"]
]

const groupOf = (feature: OrderFeature): readonly OrderFeature[] =>
  groups.find((group) => group.includes(feature)) ?? [feature]

/** The row as it would be if this feature and those of its group were no higher than usual. */
export function withoutFeature(
  row: Float32Array,
  feature: OrderFeature,
  usual: Float32Array
): Float32Array {
  const changed = row.slice()
  for (const name of groupOf(feature)) {
    const i = featureIndex[name]
    changed[i] = Math.min(row[i] ?? 0, usual[i] ?? 0)
  }
  return changed
}
