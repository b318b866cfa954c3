import { orderFeatures } from "../../src/features/order-features"
import { type Tails, tailExcess, tailSurprise } from "./tails"

const features = orderFeatures.length
/** More than this says no more: twelve scales beyond the tail are beyond doubt. */
const most = 12

/** Numbers that the network reads of an order. */
export const networkInputs = 2 * features

/**
 * How rare each feature is in this shop's history, then how far it lies beyond the history's upper tail, from 0 to 12.
 * Rarity ends at what the history has seen once; the second half tells two returns of two orders from six of six.
 */
export function networkInput(tails: Tails, row: Float32Array): Float32Array {
  const input = new Float32Array(networkInputs)
  input.set(tailSurprise(tails, row))
  input.set(
    tailExcess(tails, row).map((excess) => Math.min(most, excess)),
    features
  )
  return input
}
