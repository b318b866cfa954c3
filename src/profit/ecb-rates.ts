import type { ExchangeRate } from "../domain/listing-settings"

const base = "EUR"
/** A history file reaches back to 1999; the newest days are what prices of today need. */
const mostDays = 10
const isoDay = /^\d{4}-\d{2}-\d{2}$/
const rateText = /^\d{1,9}(?:\.\d{1,9})?$/

/** "24 November 2026", as the daily file writes it, as ISO date. */
function dayIn(text: string): string | undefined {
  if (isoDay.test(text)) return text
  const time = /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(text) ? Date.parse(`${text} UTC`) : Number.NaN
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
}

function fromCsv(text: string): ExchangeRate[] {
  const [header = "", ...lines] = text.split(/\r?\n/)
  const currencies = header.split(",").map((cell) => cell.trim())
  if (currencies[0] !== "Date") return []
  return lines.flatMap((line) => {
    const cells = line.split(",").map((cell) => cell.trim())
    const on = dayIn(cells[0] ?? "")
    if (!on) return []
    return currencies.flatMap((to, i) => {
      const rate = cells[i] ?? ""
      return /^[A-Z]{3}$/.test(to) && rateText.test(rate) ? [{ from: base, to, rate, on }] : []
    })
  })
}

function fromXml(text: string): ExchangeRate[] {
  return text
    .split(/<Cube\s+time=/)
    .slice(1)
    .flatMap((part) => {
      const on = /^["'](\d{4}-\d{2}-\d{2})["']/.exec(part)?.[1]
      if (!on) return []
      const quotes = part.matchAll(/currency=["']([A-Z]{3})["']\s+rate=["']([\d.]+)["']/g)
      return [...quotes].flatMap(([, to = "", rate = ""]) =>
        rateText.test(rate) ? [{ from: base, to, rate, on }] : []
      )
    })
}

/**
 * The euro reference rates of the European Central Bank from its own files (eurofxref.csv, eurofxref-hist.csv,
 * eurofxref-daily.xml, eurofxref-hist.xml): the newest ten days, one euro in each currency.
 * @throws Error when the text is none of them
 */
export function ecbRates(text: string): ExchangeRate[] {
  const rates = text.trimStart().startsWith("<") ? fromXml(text) : fromCsv(text)
  if (rates.length === 0) throw new Error("no reference rates of the European Central Bank in it")
  const days = [...new Set(rates.map(({ on }) => on))].toSorted().slice(-mostDays)
  return rates.filter(({ on }) => on >= (days[0] ?? ""))
}
