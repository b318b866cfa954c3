import { textGrams } from "../../src/features/text-hash"

export const towerBuckets = 16_384
export const towerWidth = 48

/** What a page tells of a product; the tower reads all of it as text. */
export type ProductText = { title: string; category?: string; attributes?: string; price?: number }

const grams = { words: 2, chars: [3, 5] } as const

/** Prices a third apart look alike. */
const priceWord = (price: number) =>
  `price${Math.round(Math.log(Math.max(0.01, price)) / Math.log(1.35))}`

/** Buckets of a product's words, sub-words, category and price step. */
export function productBuckets({ title, category, attributes, price }: ProductText): Uint32Array {
  const extra = [attributes, category].filter(Boolean).join(" ")
  const text = extra ? `${title} ${extra}` : title
  const hashes = textGrams(text.slice(0, 400), grams)
  const priced = price && price > 0 ? textGrams(priceWord(price), { words: 1, chars: null }) : []
  return Uint32Array.from([...hashes, ...priced], (hash) => hash & (towerBuckets - 1))
}

/** Unit vector of a product: the sum of its buckets' rows, normalised; zeros for an empty text. */
export function towerVector(
  table: Float32Array,
  buckets: Uint32Array,
  width = towerWidth
): Float32Array {
  const sum = new Float32Array(width)
  for (const bucket of buckets) {
    const base = bucket * width
    for (let d = 0; d < width; d++) sum[d] = (sum[d] ?? 0) + (table[base + d] ?? 0)
  }
  const norm = Math.hypot(...sum)
  return norm > 0 ? sum.map((value) => value / norm) : sum
}
