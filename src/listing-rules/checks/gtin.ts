import { defineCheck, passed, text, unknown } from "../check"
import { markAt } from "../pieces"

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
  const whole = listing.gtin ?? ""
  const mark = [markAt({ field: "gtin", index: 0, text: whole }, 0, whole.length)]
  if (!/^(?:\d{8}|\d{12,14})$/.test(code)) {
    return { outcome: "failed", marks: mark, facts: { code: text(code) } }
  }
  const digit = String(gtinCheckDigit(code.slice(0, -1)))
  if (code.endsWith(digit)) return passed
  return { outcome: "failed", marks: mark, facts: { code: text(code), digit: text(digit) } }
})
