import { type HashedBag, hashedBag, subwordGrams, textGrams } from "./text-hash"

const buckets = 2 ** 20

/** Titles that are one sentence apart; below it, different products of one kind stand. */
export const nearDuplicate = 0.9
/** Titles of products that a buyer may weigh against each other. */
export const similar = 0.5

const norm = ({ counts }: HashedBag) =>
  Math.sqrt(counts.reduce((sum, count) => sum + count * count, 0))

/** Cosine of two sparse rows, 0 to 1. */
export function cosine(a: HashedBag, b: HashedBag): number {
  let dot = 0
  for (let i = 0, j = 0; i < a.indices.length && j < b.indices.length; ) {
    const [left, right] = [a.indices[i] ?? 0, b.indices[j] ?? 0]
    if (left === right) dot += (a.counts[i] ?? 0) * (b.counts[j] ?? 0)
    if (left <= right) i++
    if (right <= left) j++
  }
  const length = norm(a) * norm(b)
  return length === 0 ? 0 : dot / length
}

const bagOf = (title: string) => hashedBag(textGrams(title, subwordGrams), buckets)

/** The others whose title is at least `least` like this one (cosine of subword counts), nearest first. */
export function similarTitles<T extends { title?: string | undefined }>(
  title: string,
  others: T[],
  least: number
): { other: T; likeness: number }[] {
  const own = bagOf(title)
  return others
    .flatMap((other) => {
      const likeness = other.title ? cosine(own, bagOf(other.title)) : 0
      return likeness >= least ? [{ other, likeness }] : []
    })
    .toSorted((a, b) => b.likeness - a.likeness)
}
