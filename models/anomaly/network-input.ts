import { featureIndex, orderFeatures } from "../../src/features/order-features"
import { type Tails, tailExcess, tailSurprise } from "./tails"

const features = orderFeatures.length
/** More than this says no more: twelve scales beyond the tail are beyond doubt. */
const most = 12

/** Features that only a first order has. */
const ofFirstOrders = [featureIndex.newBuyerHighValue, featureIndex.newBuyerQuantity]
/**
 * What being new counts of what invented fraud makes of it, most of which is a first order: first orders are normal
 * here. In full, an earlier network flagged honest ones 1.27 times as often as later orders (`anomaly.demo.first_flag_ratio`).
 */
const newness = 0.8

/** Numbers that the network reads of an order. */
export const networkInputs = 2 * features

/**
 * How rare each feature is in this shop's history, then how far it lies beyond the history's upper tail, from 0 to 12.
 * Rarity ends at what the history has seen once; the second half tells two returns of two orders from six of six.
 * @param isTraining being new counts in full: else training would make up for what is taken from it
 */
export function networkInput(tails: Tails, row: Float32Array, isTraining = false): Float32Array {
  const input = new Float32Array(networkInputs)
  input.set(tailSurprise(tails, row))
  input.set(
    tailExcess(tails, row).map((excess) => Math.min(most, excess)),
    features
  )
  if (!isTraining) {
    for (const feature of ofFirstOrders) {
      input[feature] = newness * (input[feature] as number)
      input[features + feature] = newness * (input[features + feature] as number)
    }
  }
  return input
}
