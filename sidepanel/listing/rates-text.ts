import { type ExchangeRate, mostRates } from "../../src/domain/listing-settings"

const line =
  /^([A-Z]{3})[\s,;]+([A-Z]{3})[\s,;]+(\d{1,9}(?:\.\d{1,9})?)[\s,;]+(\d{4}-\d{2}-\d{2})$/i

const isDay = (text: string) =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** "EUR USD 1.0842 2026-11-24" a line; the first line that is none is given back. */
export function ratesOf(text: string): ExchangeRate[] | { wrong: string } {
  const rates: ExchangeRate[] = []
  for (const typed of text.split("\n").map((one) => one.trim())) {
    if (typed === "") continue
    const [, from, to, rate, on] = line.exec(typed) ?? []
    if (!from || !to || !rate || !on || !isDay(on)) return { wrong: typed }
    rates.push({ from: from.toUpperCase(), to: to.toUpperCase(), rate, on })
  }
  return rates
}

export const ratesText = (rates: ExchangeRate[]): string =>
  rates.map(({ from, to, rate, on }) => `${from} ${to} ${rate} ${on}`).join("\n")

/** Both lists, newest first; of one pair and day the later list's rate, and no more than are kept. */
export function mergedRates(known: ExchangeRate[], more: ExchangeRate[]): ExchangeRate[] {
  const byPair = new Map(
    [...known, ...more].map((rate) => [`${rate.from} ${rate.to} ${rate.on}`, rate])
  )
  return [...byPair.values()].toSorted((a, b) => b.on.localeCompare(a.on)).slice(0, mostRates)
}
