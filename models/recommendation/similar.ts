import * as tf from "@tensorflow/tfjs-core"
import { type ProductText, productBuckets, towerVector, towerWidth } from "./text-tower"
import { type Entry, emptyTopRows, largest, setTopRow, type TopRows } from "./top-rows"

/** What the texts say: unit vectors (items × width), each item's nearest by cosine, ln of its price. */
export type Similar = { vectors: Float32Array; rows: TopRows; logPrice: Float32Array }

const neighbours = 32
/** Below this cosine two titles have little in common. */
const least = 0.35
const block = 512

/** All cosines of unit vectors (rows × width each), on the active tfjs backend; row-major. */
async function cosines(some: Float32Array, all: Float32Array): Promise<Float32Array> {
  const product = tf.tidy(() => {
    const left = tf.tensor2d(some, [some.length / towerWidth, towerWidth])
    const right = tf.tensor2d(all, [all.length / towerWidth, towerWidth])
    return tf.matMul(left, tf.transpose(right))
  })
  const values = (await product.data()) as Float32Array
  product.dispose()
  return values
}

function vectorsOf(table: Float32Array, products: ProductText[]): Float32Array {
  const vectors = new Float32Array(products.length * towerWidth)
  for (const [item, product] of products.entries()) {
    vectors.set(towerVector(table, productBuckets(product)), item * towerWidth)
  }
  return vectors
}

/** For each text the items most like it by cosine, nearest first. */
export async function nearestItems(
  table: Float32Array,
  { vectors }: Similar,
  texts: ProductText[],
  k: number
): Promise<Entry[][]> {
  const items = vectors.length / towerWidth
  if (items === 0 || texts.length === 0) return texts.map(() => [])
  const values = await cosines(vectorsOf(table, texts), vectors)
  return texts.map((_, text) => {
    const row = values.subarray(text * items, (text + 1) * items)
    return largest(row, k).map((id) => ({ id, value: row[id] ?? 0 }))
  })
}

/** Embeds every product and finds its nearest; an item without text has none. */
export async function similarProducts(
  table: Float32Array,
  products: ProductText[]
): Promise<Similar> {
  const items = products.length
  const vectors = vectorsOf(table, products)
  const rows = emptyTopRows(items, neighbours)
  const texts = products.some(({ title }) => title !== "")
  for (let from = 0; texts && from < items; from += block) {
    const to = Math.min(items, from + block)
    const some = vectors.subarray(from * towerWidth, to * towerWidth)
    const values = await cosines(some, vectors)
    for (let item = from; item < to; item++) {
      const row = values.subarray((item - from) * items, (item - from + 1) * items)
      const near: number[] = []
      for (let other = 0; other < items; other++) {
        if (other !== item && (row[other] ?? 0) >= least) near.push(other)
      }
      setTopRow(
        rows,
        item,
        near,
        Float32Array.from(near, (other) => row[other] ?? 0)
      )
    }
  }
  const logPrice = Float32Array.from(products, ({ price }) =>
    price && price > 0 ? Math.log(price) : Number.NaN
  )
  return { vectors, rows, logPrice }
}
