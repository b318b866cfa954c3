import type { WordEffect } from "../domain/listing-analysis"
import { studentQuantile } from "./student-t"
import { wordsOf } from "./text-hash"

/** One of the seller's own listings: its title and what it sold a day. */
export type TitledSales = { title: string; unitsPerDay: number }

/** Listings on each side that a comparison needs. */
const fewest = 5
const level = 0.05

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: number[], middle: number) =>
  values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)

/**
 * Which words of the seller's own titles go with more or fewer sales: Welch's interval for the difference of mean
 * log sales with and without the word, Bonferroni-corrected for the number of words tried. Only words whose interval
 * excludes "no difference" come out, strongest first. It is an association: better products may have other titles.
 */
export function wordEffects(listings: TitledSales[]): WordEffect[] {
  const positive = listings.map(({ unitsPerDay }) => unitsPerDay).filter((units) => units > 0)
  if (positive.length < 2 * fewest) return []
  // a listing that sold nothing counts as half of the weakest that sold
  const floor = Math.min(...positive) / 2
  const logs = listings.map(({ unitsPerDay }) => Math.log(Math.max(unitsPerDay, floor)))
  const places = new Map<string, Set<number>>()
  for (const [i, { title }] of listings.entries()) {
    for (const word of wordsOf(title)) {
      if (!/^\p{N}+$/u.test(word)) places.set(word, (places.get(word) ?? new Set()).add(i))
    }
  }
  const tried = [...places].filter(
    ([, at]) => at.size >= fewest && listings.length - at.size >= fewest
  )
  return tried
    .flatMap(([word, at]) => {
      const having = logs.filter((_, i) => at.has(i))
      const lacking = logs.filter((_, i) => !at.has(i))
      const [a, b] = [mean(having), mean(lacking)]
      const [va, vb] = [variance(having, a) / having.length, variance(lacking, b) / lacking.length]
      const error = Math.sqrt(va + vb)
      if (!(error > 0)) return []
      const degrees =
        (va + vb) ** 2 / (va ** 2 / (having.length - 1) + vb ** 2 / (lacking.length - 1))
      const reach = error * studentQuantile(1 - level / 2 / tried.length, degrees)
      const [low, high] = [Math.exp(a - b - reach), Math.exp(a - b + reach)]
      if (low <= 1 && high >= 1) return []
      return [
        { word, ratio: Math.exp(a - b), low, high, with: having.length, without: lacking.length }
      ]
    })
    .toSorted((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)))
}
