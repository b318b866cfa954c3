import * as tf from "@tensorflow/tfjs-core"
import { type ProductText, productBuckets, towerVector, towerWidth } from "./text-tower"
import { emptyTopRows, setTopRow, type TopRows } from "./top-rows"

/** What the texts say: unit vectors (items × width), each item's nearest by cosine, ln of its price. */
export type Similar = { vectors: Float32Array; rows: TopRows; logPrice: Float32Array }

const neighbours = 32
/** Below this cosine two titles have little in common. */
const least = 0.35
const block = 512

/** Rows `from … to` of all cosines, on the active tfjs backend. */
async function cosines(vectors: Float32Array, from: number, to: number): Promise<Float32Array> {
  const items = vectors.length / towerWidth
  const product = tf.tidy(() => {
    const all = tf.tensor2d(vectors, [items, towerWidth])
    const some = tf.slice(all, [from, 0], [to - from, towerWidth])
    return tf.matMul(some, tf.transpose(all))
  })
  const values = (await product.data()) as Float32Array
  product.dispose()
  return values
}

/** Embeds every product and finds its nearest; an item without text has none. */
export async function similarProducts(
  table: Float32Array,
  products: ProductText[]
): Promise<Similar> {
  const items = products.length
  const vectors = new Float32Array(items * towerWidth)
  for (const [item, product] of products.entries()) {
    vectors.set(towerVector(table, productBuckets(product)), item * towerWidth)
  }
  const rows = emptyTopRows(items, neighbours)
  const texts = products.some(({ title }) => title !== "")
  for (let from = 0; texts && from < items; from += block) {
    const to = Math.min(items, from + block)
    const values = await cosines(vectors, from, to)
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
