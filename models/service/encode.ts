import { messageGrams } from "./message-grams"
import type { Vocabulary } from "./vocabulary"

/** A text as a sparse row: rows of the vocabulary and their values; its length is at most 1. */
export type SparseRow = { indices: Uint32Array; values: Float32Array }

/** What a text is read by: the known grams and the inverse document frequency of each row. */
export type Encoder = { vocabulary: Vocabulary; idf: Float32Array }

/** Sublinear counts times inverse document frequency, scaled to `length` (Salton and Buckley 1988). */
function weigh(grams: Uint32Array, { vocabulary, idf }: Encoder, length: number) {
  const counts = new Map<number, number>()
  for (const gram of grams) {
    const row = vocabulary.rowOf(gram)
    if (row >= 0) counts.set(row, (counts.get(row) ?? 0) + 1)
  }
  const weights = [...counts].map(([row, count]): [number, number] => [
    row,
    (1 + Math.log(count)) * (idf[row] ?? 0)
  ])
  const squares = weights.reduce((sum, [, weight]) => sum + weight * weight, 0)
  const scale = squares > 0 ? length / Math.sqrt(squares) : 0
  return weights.map(([row, weight]): [number, number] => [row, weight * scale])
}

/** Words and pieces of words count for the same share of a text, whichever are more. */
export function encode(text: string, encoder: Encoder): SparseRow {
  const { words, pieces } = messageGrams(text)
  const row = [words, pieces].flatMap((grams) => weigh(grams, encoder, Math.SQRT1_2))
  return {
    indices: Uint32Array.from(row, ([index]) => index),
    values: Float32Array.from(row, ([, value]) => value)
  }
}
