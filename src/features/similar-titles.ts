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

/** Quick words of a title; scripts without spaces make long runs, so their characters count one by one. */
const roughWords = (title: string): Set<string> =>
  new Set(
    title
      .toLowerCase()
      .match(
        /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|[\p{L}\p{N}]{3,}/gu
      ) ?? []
  )

/** The full comparison is made with so many titles at most: those that share the rarest words. */
const mostCompared = 200

export type TitleIndex<T> = {
  /** The items whose title is at least `least` like this one (cosine of subword counts), nearest first. */
  similar(title: string, least: number): { item: T; likeness: number }[]
}

/** Titles by their words, so that a catalogue finds its doubles without comparing each with each. */
export function titleIndex<T extends { title?: string | undefined }>(items: T[]): TitleIndex<T> {
  const places = new Map<string, number[]>()
  for (const [i, { title }] of items.entries()) {
    for (const word of title ? roughWords(title) : []) {
      const known = places.get(word)
      if (known) known.push(i)
      else places.set(word, [i])
    }
  }
  const bags = new Map<number, HashedBag>()
  const bagAt = (i: number): HashedBag => {
    let bag = bags.get(i)
    if (!bag) {
      bag = bagOf(items[i]?.title ?? "")
      bags.set(i, bag)
    }
    return bag
  }
  return {
    similar(title, least) {
      const rarestFirst = [...roughWords(title)]
        .flatMap((word) => {
          const at = places.get(word)
          return at ? [at] : []
        })
        .toSorted((a, b) => a.length - b.length)
      const near = new Set<number>()
      for (const at of rarestFirst) {
        for (const i of at.slice(0, mostCompared - near.size)) near.add(i)
        if (near.size >= mostCompared) break
      }
      const own = bagOf(title)
      return [...near]
        .flatMap((i) => {
          const item = items[i]
          const likeness = cosine(own, bagAt(i))
          return item && likeness >= least ? [{ item, likeness }] : []
        })
        .toSorted((a, b) => b.likeness - a.likeness)
    }
  }
}
