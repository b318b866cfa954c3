import * as tf from "@tensorflow/tfjs-core"
import type { Ragged } from "../../src/features/baskets"
import { spdInverse } from "./spd-inverse"
import { emptyTopRows, largest, setTopRow, type TopRows } from "./top-rows"

/** Sets of items (baskets, or all that one buyer took) and the ridge that suits them. */
export type ItemSets = { sets: Ragged; ridge: number; weigh: (size: number) => number }

/** The items that the solver looks at: the most common ones, because memory grows with the square. */
export function headItems(counts: Float32Array, most: number): Uint32Array {
  return Uint32Array.from(largest(counts, most).filter((item) => (counts[item] ?? 0) > 0))
}

/** Gram matrix of the sets over the head's columns, each set weighted by its size; row-major n × n. */
function gramMatrix({ sets, weigh }: ItemSets, head: Uint32Array, items: number): Float32Array {
  const n = head.length
  const column = new Int32Array(items).fill(-1)
  for (const [at, item] of head.entries()) column[item] = at
  const matrix = new Float32Array(n * n)
  for (let row = 0; row + 1 < sets.start.length; row++) {
    const own = sets.values.subarray(sets.start[row], sets.start[row + 1])
    const columns = Array.from(own, (item) => column[item] ?? -1).filter((at) => at >= 0)
    const weight = weigh(own.length)
    for (const i of columns) {
      for (const j of columns) matrix[i * n + j] = (matrix[i * n + j] ?? 0) + weight
    }
  }
  return matrix
}

/**
 * EASE (Steck 2019): item-item weights of the linear autoencoder with zero diagonal, in closed form:
 * B = I − P / diag(P) with P = (G + λI)⁻¹. Row-major n × n over the head; row = given item, column = suggested item.
 */
export async function easeWeights(
  itemSets: ItemSets,
  head: Uint32Array,
  items: number
): Promise<Float32Array> {
  const n = head.length
  const gram = gramMatrix(itemSets, head, items)
  for (let i = 0; i < n; i++) gram[i * n + i] = (gram[i * n + i] ?? 0) + itemSets.ridge
  const inverse = await spdInverse(tf.tensor2d(gram, [n, n]))
  const weights = (await inverse.data()) as Float32Array
  inverse.dispose()
  const diagonal = Float32Array.from(head, (_, i) => weights[i * n + i] ?? 1)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      weights[i * n + j] = i === j ? 0 : -(weights[i * n + j] ?? 0) / (diagonal[j] ?? 1)
    }
  }
  return weights
}

/** The k largest EASE weights of each item; items outside the head have none. */
export async function easeRows(
  itemSets: ItemSets,
  head: Uint32Array,
  items: number,
  k: number
): Promise<TopRows> {
  const top = emptyTopRows(items, k)
  const n = head.length
  if (n < 2) return top
  const weights = await easeWeights(itemSets, head, items)
  for (const [at, item] of head.entries()) {
    setTopRow(top, item, head, weights.subarray(at * n, (at + 1) * n))
  }
  return top
}
