import { decimalOf, parseUnits, plainText } from "./number-text"

/** A whole number such as a quantity or a total ("1,234" on an English page → 1234); null when unsure. */
export function parseCount(text: string, locale?: string): number | null {
  if (text.length > 80) return null
  const plain = plainText(text)
  const negative = /^-\s?\d/.test(plain)
  const digits = negative ? plain.slice(1).trim() : plain
  // "1.234" without a language may be a weight: only grouped twice or spelled plainly it is a count
  if (decimalOf(locale) === undefined && /^\d{1,3}[.,]\d{3}$/.test(digits)) return null
  const units = parseUnits(digits, 0, decimalOf(locale))
  if (units === null) return null
  return negative && units !== 0 ? -units : units
}

/** Every whole number in a sentence, in order: "21–40 of 20,000" → [21, 40, 20000]. Null if one is unclear. */
export function countsIn(text: string, locale?: string): number[] | null {
  if (text.length > 200) return null
  const found = plainText(text).match(/\d(?:[\d.,'’٬]*\d)?(?: \d{3}(?!\d))*/g) ?? []
  const counts = found.map((one) => parseCount(one, locale))
  return counts.every((one) => one !== null) ? counts : null
}
