import { parseCount } from "../count-text"

/** How many digits pages write: "1,024", "1.2k", "5,000+", "1,5 mil", "3.4万". */
export const shortCount =
  "[+＋]?(?:\\d{1,3}(?: \\d{3})+|\\d[\\d.,']*)(?:(?<=\\d)\\s?(?:k|K|m|M|mil|тыс\\.?|B|rb|萬|万)(?![\\p{L}]))?\\s?[+＋]?"

const units: Record<string, number> = {
  k: 1_000,
  mil: 1_000,
  rb: 1_000,
  b: 1_000,
  тыс: 1_000,
  m: 1_000_000,
  万: 10_000,
  萬: 10_000
}

/** The number that such a text means, at least ("5,000+" is 5000); null when unsure. */
export function shortCountIn(text: string, locale: string | undefined): number | null {
  const plain = text.replace(/[+＋()（）]/g, "").trim()
  const unit = /(\p{L}+)\.?$/u.exec(plain)?.[1]?.toLowerCase()
  if (unit === undefined) return parseCount(plain, locale ?? "en")
  const times = units[unit]
  const number = /^(\d{1,4})(?:[.,](\d{1,2}))?\s?\p{L}/u.exec(plain)
  if (times === undefined || !number) return null
  return Math.round(Number(`${number[1]}.${number[2] ?? 0}`) * times)
}
