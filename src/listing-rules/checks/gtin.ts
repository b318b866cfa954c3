import { defineCheck, passed, text, unknown } from "../check"

/**
 * The check digit of a GTIN-8, -12, -13 or -14: weights 3 and 1 from the right, modulo 10
 * (GS1 General Specifications, section 7.9.1).
 */
export function gtinCheckDigit(digitsBefore: string): number {
  const sum = [...digitsBefore]
    .toReversed()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** Length and check digit of the GTIN. */
export const gtin = defineCheck("gtin", {}, (_, { listing }) => {
  const code = listing.gtin?.replace(/[\s-]/g, "")
  if (!code) return unknown
  const mark = [
    {
      field: "gtin" as const,
      index: 0,
      start: 0,
      end: listing.gtin?.length ?? 0,
      text: listing.gtin ?? ""
    }
  ]
  if (!/^(?:\d{8}|\d{12,14})$/.test(code)) {
    return { outcome: "failed", marks: mark, facts: { code: text(code) } }
  }
  const digit = String(gtinCheckDigit(code.slice(0, -1)))
  if (code.endsWith(digit)) return passed
  return { outcome: "failed", marks: mark, facts: { code: text(code), digit: text(digit) } }
})
