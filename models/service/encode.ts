import { type HashedBag, hashedBag, subwordGrams, textGrams } from "../../src/features/text-hash"

/** A text as a sparse row: ascending buckets, TF-IDF values, length 1. */
export type SparseRow = { indices: Uint32Array; values: Float32Array }

export const bagOf = (text: string, buckets: number): HashedBag =>
  hashedBag(textGrams(text, subwordGrams), buckets)

/** Smooth inverse document frequency per bucket. */
export function inverseFrequency(bags: HashedBag[], buckets: number): Float32Array {
  const documents = new Float32Array(buckets)
  for (const { indices } of bags) {
    for (const index of indices) documents[index] = (documents[index] as number) + 1
  }
  return documents.map((count) => Math.log((1 + bags.length) / (1 + count)) + 1)
}

/** Sublinear counts times inverse document frequency, scaled to length 1 (Salton and Buckley 1988). */
export function weigh({ indices, counts }: HashedBag, idf: Float32Array): SparseRow {
  const values = counts.map((count, i) => (1 + Math.log(count)) * (idf[indices[i] ?? 0] ?? 0))
  let squares = 0
  for (const value of values) squares += value * value
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  return { indices, values: values.map((value) => value * scale) }
}
