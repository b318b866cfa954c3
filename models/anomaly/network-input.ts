import { featureIndex, orderFeatures } from "../../src/features/order-features"

const features = orderFeatures.length
/** More than this says no more: e¹² to one is beyond doubt. */
const most = 12

/** Features that only a first order has. */
const ofFirstOrders = [featureIndex.newBuyerHighValue, featureIndex.newBuyerQuantity]
/**
 * What being new counts of what invented fraud makes of it, most of which is a first order: first orders are normal
 * here. Chosen on four shops so that honest first and later orders are flagged alike (`anomaly.demo.first_flag_ratio`).
 */
const newness = 0.8

/** Numbers that the network reads of an order. */
export const networkInputs = 2 * features

/**
 * How rare each feature is in this shop's history, then the feature itself, from 0 to 12. Rarity ends at what the
 * history has seen once; features are spreads, logarithms and likelihood ratios, all relative to the shop, and tell
 * two returns of two orders from six of six.
 * @param isTraining being new counts in full: else training would make up for what is taken from it
 */
export function networkInput(
  surprises: Float32Array,
  row: Float32Array,
  isTraining = false
): Float32Array {
  const input = new Float32Array(networkInputs)
  input.set(surprises)
  for (let i = 0; i < features; i++) {
    input[features + i] = Math.max(0, Math.min(most, row[i] as number))
  }
  if (!isTraining) {
    for (const feature of ofFirstOrders) {
      input[feature] = newness * (input[feature] as number)
      input[features + feature] = newness * (input[features + feature] as number)
    }
  }
  return input
}
