import { featureIndex, orderFeatures } from "../../src/features/order-features"

const features = orderFeatures.length
/** More than this says no more: e¹² to one is beyond doubt. */
const most = 12

/**
 * First orders are normal here, and most scripted fraud comes as one: the network would flag them more often. What they
 * say stays for the reasons and for the head, which a seller's own verdicts may move.
 */
const left = [featureIndex.newBuyerHighValue, featureIndex.newBuyerQuantity]

/** Numbers that the network reads of an order. */
export const networkInputs = 2 * features

/**
 * How rare each feature is in this shop's history, then the feature itself, from 0 to 12. Rarity ends at what the
 * history has seen once; features are spreads, logarithms and likelihood ratios, all relative to the shop, and tell
 * two returns of two orders from six of six.
 */
export function networkInput(surprises: Float32Array, row: Float32Array): Float32Array {
  const input = new Float32Array(networkInputs)
  input.set(surprises)
  for (let i = 0; i < features; i++) {
    input[features + i] = Math.max(0, Math.min(most, row[i] as number))
  }
  for (const feature of left) input[feature] = input[features + feature] = 0
  return input
}
