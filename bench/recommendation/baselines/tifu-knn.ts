import { largest } from "../../../models/recommendation/top-rows"
import { type Baskets, itemsOf, rowOf } from "../../../src/features/baskets"
import type { Baseline, Past } from "./past"

const options = { neighbours: 300, within: 0.9, between: 0.7, blend: 0.7, group: 7 }

function tifuVector(history: Baskets, own: Uint32Array): Map<number, number> {
  const vector = new Map<number, number>()
  const groups = Math.ceil(own.length / options.group)
  // the first group is the short one, so that the newest are whole
  const short = own.length - (groups - 1) * options.group
  for (const [step, basket] of own.entries()) {
    const group = step < short ? 0 : 1 + Math.floor((step - short) / options.group)
    const size = group === 0 ? short : options.group
    const place = group === 0 ? step : (step - short) % options.group
    const weight =
      (options.between ** (groups - 1 - group) * options.within ** (size - 1 - place)) /
      (size * groups)
    for (const item of itemsOf(history, basket)) vector.set(item, (vector.get(item) ?? 0) + weight)
  }
  return vector
}

/** TIFU-KNN (Hu et al. 2020) with its authors' parameters for Ta-Feng. */
export function tifuKnnBaseline(past: Past): Baseline {
  const { history, byBuyer } = past
  const buyers = byBuyer.start.length - 1
  const vectors = Array.from({ length: buyers }, (_, buyer) =>
    tifuVector(history, rowOf(byBuyer, buyer))
  )
  const distances = Float32Array.from(vectors, (vector) =>
    [...vector.values()].reduce((sum, value) => sum - value * value, 0)
  )
  const postings = Array.from({ length: history.items }, () => [] as [number, number][])
  for (const [buyer, vector] of vectors.entries()) {
    for (const [item, value] of vector) postings[item]?.push([buyer, value])
  }
  const closeness = new Float32Array(buyers)
  return {
    name: "tifu_knn",
    rank: (one) =>
      past.ranked(one, (sums) => {
        const { buyer } = one.query
        const vector = vectors[buyer] ?? new Map<number, number>()
        closeness.set(distances)
        for (const [item, value] of vector) {
          for (const [other, theirs] of postings[item] ?? []) {
            closeness[other] = (closeness[other] ?? 0) + 2 * value * theirs
          }
        }
        closeness[buyer] = Number.NEGATIVE_INFINITY
        closeness[0] = Number.NEGATIVE_INFINITY
        for (const [item, value] of vector) sums.add(item, options.blend * value)
        for (const near of largest(closeness, options.neighbours)) {
          for (const [item, value] of vectors[near] ?? []) {
            sums.add(item, ((1 - options.blend) * value) / options.neighbours)
          }
        }
      })
  }
}
