import { wordsOf } from "../features/text-hash"

/** A product that a message may speak of; `sku` is its SKU, else its title. */
export type Candidate = { sku: string; title: string }

/** Distinctive words that a text must share with a title to speak of it. */
const fewestShared = 2

/** Each title's words with their weight: a word that many titles hold tells little (inverse document frequency). */
function weighted(candidates: Candidate[]): { sku: string; words: Map<string, number> }[] {
  const titles = candidates.map(({ title }) => new Set(wordsOf(title)))
  const held = new Map<string, number>()
  for (const words of titles) for (const word of words) held.set(word, (held.get(word) ?? 0) + 1)
  const weight = (word: string) => Math.log(1 + candidates.length / (held.get(word) ?? 1))
  return candidates.map(({ sku }, i) => ({
    sku,
    words: new Map([...(titles[i] ?? [])].map((word) => [word, weight(word)]))
  }))
}

/**
 * Finds the product that a text names by the words of its title, among `candidates`: at least two shared words, and
 * clearly more weight than the next product.
 */
export function productFinder(candidates: Candidate[]): (text: string) => string | undefined {
  const products = weighted(candidates)
  return (text) => {
    const said = new Set(wordsOf(text))
    const found = products
      .map(({ sku, words }) => {
        const shared = [...words].filter(([word]) => said.has(word))
        const score = shared.reduce((sum, [, weight]) => sum + weight, 0)
        return { sku, score, enough: shared.length >= Math.min(fewestShared, words.size) }
      })
      .filter(({ score, enough }) => enough && score > 0)
      .sort((a, b) => b.score - a.score)
    const [best, next] = found
    return best && best.score > 1.2 * (next?.score ?? 0) ? best.sku : undefined
  }
}
