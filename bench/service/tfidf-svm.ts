import type { SparseRow } from "../../models/service/encode"
import { type HashedBag, hashedBag, subwordGrams, textGrams } from "../../src/features/text-hash"
import { fitSvm, svmScores } from "../../train/service/linear-svm"

const buckets = 1 << 18

const bagOf = (text: string) => hashedBag(textGrams(text, subwordGrams), buckets)

/** Smooth inverse document frequency per bucket. */
function inverseFrequency(bags: HashedBag[]): Float32Array {
  const documents = new Float32Array(buckets)
  for (const { indices } of bags) {
    for (const index of indices) documents[index] = (documents[index] as number) + 1
  }
  return documents.map((count) => Math.log((1 + bags.length) / (1 + count)) + 1)
}

/** Sublinear counts times inverse document frequency, scaled to length 1 (Salton and Buckley 1988). */
function weigh({ indices, counts }: HashedBag, idf: Float32Array): SparseRow {
  const values = counts.map((count, i) => (1 + Math.log(count)) * (idf[indices[i] ?? 0] ?? 0))
  const squares = values.reduce((sum, value) => sum + value * value, 0)
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  return { indices, values: values.map((value) => value * scale) }
}

/**
 * The baseline: TF-IDF over 262,144 buckets of hashed words, word pairs and character runs, and a linear SVM, one
 * against the rest, C = 1.
 * @returns one score per class for each test text
 */
export function tfidfSvm(
  train: { texts: string[]; places: number[] },
  test: string[],
  classes: number
): Float32Array[] {
  const bags = train.texts.map(bagOf)
  const idf = inverseFrequency(bags)
  const rows = bags.map((bag) => weigh(bag, idf))
  const weights = fitSvm(rows, train.places, { classes, columns: buckets })
  return test.map((text) => svmScores(weights, weigh(bagOf(text), idf)))
}
