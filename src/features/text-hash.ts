import { foldText } from "./fold-text"

/** Which runs become features. `words: 2` takes single words and neighbouring pairs. */
export type GramOptions = {
  words: 0 | 1 | 2 | 3
  /** Shortest and longest run of characters within a word, its two edges marked; null for none. */
  chars: readonly [number, number] | null
}

/** Words and pairs, and runs of 2 to 5 characters: the subword features of fastText (Bojanowski et al. 2017). */
export const subwordGrams: GramOptions = { words: 2, chars: [2, 5] }

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+|[?!€$£¥%]/gu
const spaceless =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function bigrams(run: string): string[] {
  const letters = [...run]
  if (letters.length < 2) return letters
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

/**
 * The words of a text, folded: letters, numbers and the signs that carry meaning. A run of a script without
 * spaces (Chinese, Japanese, Thai) stays one run here.
 */
export function runsOf(text: string): string[] {
  return foldText(text).match(token) ?? []
}

/** The words of a text; a run without spaces gives its character pairs, the usual stand-in for words there. */
export function wordsOf(text: string): string[] {
  return runsOf(text).flatMap((run) => (spaceless.test(run) ? bigrams(run) : [run]))
}

const offsetBasis = 0x811c9dc5
const prime = 0x01000193

/** FNV-1a over UTF-16 code units with a final mix (Murmur3's), so that the low bits may choose a bucket. */
function hash(text: string, from: number, to: number, seed: number): number {
  let state = offsetBasis ^ seed
  for (let i = from; i < to; i++) state = Math.imul(state ^ text.charCodeAt(i), prime)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

/** The 32-bit hash of a whole text. */
export const hashText = (text: string, seed: number): number => hash(text, 0, text.length, seed)

/** Character runs and word runs never share a feature by accident of spelling: each has a seed of its own. */
const seeds = { chars: 0x5bd1e995, words: 0x1b873593 }

/**
 * The features of a text as 32-bit hashes, in reading order and with repeats (Weinberger et al. 2009).
 * Take them modulo a power of two for buckets, or use `hashedBag`.
 */
export function textGrams(text: string, { words: longest, chars }: GramOptions): Uint32Array {
  const grams: number[] = []
  const words = wordsOf(text)
  for (let length = 1; length <= longest; length++) {
    for (let i = 0; i + length <= words.length; i++) {
      const run = words.slice(i, i + length).join(" ")
      grams.push(hashText(run, seeds.words))
    }
  }
  if (!chars) return Uint32Array.from(grams)
  const [shortest, most] = chars
  for (const run of runsOf(text)) {
    const marked = `<${run}>`
    for (let length = shortest; length <= most; length++) {
      for (let i = 0; i + length <= marked.length; i++) {
        grams.push(hash(marked, i, i + length, seeds.chars))
      }
    }
  }
  return Uint32Array.from(grams)
}

/** A sparse row: ascending bucket numbers and how often each occurs. */
export type HashedBag = { indices: Uint32Array; counts: Float32Array }

/** Folds hashes into `buckets` (a power of two) and counts them. */
export function hashedBag(grams: Uint32Array, buckets: number): HashedBag {
  const sorted = grams.map((gram) => gram & (buckets - 1)).sort()
  const indices = new Uint32Array(sorted.length)
  const counts = new Float32Array(sorted.length)
  let size = 0
  for (const bucket of sorted) {
    if (size === 0 || indices[size - 1] !== bucket) indices[size++] = bucket
    counts[size - 1] = (counts[size - 1] ?? 0) + 1
  }
  return { indices: indices.subarray(0, size), counts: counts.subarray(0, size) }
}
