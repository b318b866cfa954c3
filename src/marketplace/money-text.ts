import { currencyDigits } from "../domain/currency-digits"
import type { Money } from "../domain/money"
import { type Decimal, decimalOf, parseUnits, plainText } from "./number-text"

/** What the page as a whole says of its money. `currency` only where the page names an ISO code. */
export type MoneyHint = {
  locale?: string | undefined
  currency?: string | undefined
  decimal?: Decimal | undefined
}

const dollars =
  "USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU BRL FJD JMD BBD BSD BZD BND TTD XCD GYD LRD NAD SRD"

/** Signs and the currencies that they may mean. */
const signs: Record<string, string> = {
  $: dollars,
  "¥": "JPY CNY",
  kr: "SEK NOK DKK ISK",
  "kr.": "DKK ISK",
  "£": "GBP",
  "€": "EUR",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₫": "VND",
  đ: "VND",
  "₪": "ILS",
  "฿": "THB",
  "₴": "UAH",
  "₱": "PHP",
  "₦": "NGN",
  zł: "PLN",
  Kč: "CZK",
  Ft: "HUF",
  lei: "RON",
  RM: "MYR",
  Rp: "IDR",
  R$: "BRL",
  US$: "USD",
  "US $": "USD",
  "C $": "CAD",
  "AU $": "AUD",
  "NT $": "TWD",
  $US: "USD",
  CA$: "CAD",
  $CA: "CAD",
  C$: "CAD",
  A$: "AUD",
  AU$: "AUD",
  $AU: "AUD",
  NZ$: "NZD",
  HK$: "HKD",
  NT$: "TWD",
  SG$: "SGD",
  MX$: "MXN",
  "CN¥": "CNY",
  "JP¥": "JPY",
  元: "CNY",
  円: "JPY",
  원: "KRW",
  TL: "TRY",
  "руб.": "RUB",
  "ر.س": "SAR",
  "د.إ": "AED",
  "د.ك": "KWD",
  "د.ب": "BHD",
  "ر.ع": "OMR",
  "ر.ق": "QAR",
  "د.أ": "JOD",
  "ج.م": "EGP"
}

/** Languages whose pages mean their own currency by a sign that others share. */
const homes: Record<string, string> = {
  ja: "JPY",
  zh: "CNY",
  sv: "SEK",
  nb: "NOK",
  no: "NOK",
  da: "DKK",
  is: "ISK"
}

const isoCodes = new Set(Intl.supportedValuesOf("currency"))

function candidates(sign: string): string[] {
  if (isoCodes.has(sign)) return [sign]
  return Object.hasOwn(signs, sign) ? (signs[sign] ?? "").split(" ") : []
}

/** Whether a word stands for a currency: "$", "R$", "zł", "EUR". */
export const isCurrencySign = (word: string): boolean => candidates(word).length > 0

const ownSigns = new Map<string, string | undefined>()

/** How a language writes a currency. */
function signIn(locale: string, currency: string): string | undefined {
  const key = `${locale} ${currency}`
  if (!ownSigns.has(key)) ownSigns.set(key, findSign(locale, currency))
  return ownSigns.get(key)
}

function findSign(locale: string, currency: string): string | undefined {
  try {
    const part = new Intl.NumberFormat(locale, { style: "currency", currency })
      .formatToParts(1)
      .find(({ type }) => type === "currency")
    return part && plainText(part.value)
  } catch {
    return undefined
  }
}

/**
 * The currency that the signs beside a number mean. A sign of one currency names it. An ambiguous one ("$", "¥",
 * "kr") is what the page's ISO code says, if that code uses the sign; without a code it is what the page's language
 * writes so, and a dollar only ever the US one: a page in en-CA that says "$" is refused, never guessed.
 */
function currencyOf(found: string[], hint: MoneyHint): string | null {
  const [first, second] = found
  if (first === undefined) return hint.currency ?? null
  const possible = candidates(first).filter(
    (code) => second === undefined || candidates(second).includes(code)
  )
  if (possible.length <= 1) return possible[0] ?? null
  if (hint.currency) return possible.includes(hint.currency) ? hint.currency : null
  const locale = hint.locale ?? "en"
  const home = first === "$" ? "USD" : homes[locale.slice(0, 2).toLowerCase()]
  return home && possible.includes(home) && signIn(locale, home) === first ? home : null
}

const amountPattern = (() => {
  const words = [...Object.keys(signs), "[A-Z]{3}"]
    .sort((a, b) => b.length - a.length)
    .map((word) => (word.startsWith("[") ? word : word.replace(/[$.]/g, "\\$&")))
    .join("|")
  const number = "\\d(?:[\\d.,'’٬٫ ]*\\d)?(?:[.,]-)?"
  return new RegExp(
    `(?<![\\p{L}\\d.,])-?(?:(?:${words})\\s?-?${number}(?:\\s?(?:${words})(?![\\p{L}]))?|${number}\\s?(?:${words})(?![\\p{L}\\d]))`,
    "gu"
  )
})()

/**
 * Every amount in a text that names its currency, in order: "Price: $19.99 ($1.66 / oz)" → two.
 * What cannot be read exactly is left out.
 */
export function amountsIn(text: string, hint: MoneyHint = {}): Money[] {
  if (text.length > 300) return []
  return Array.from(plainText(text).matchAll(amountPattern), ([amount]) => {
    // "£9.99 RRP": three capitals that are no currency belong to what follows; "1000 RPM" is no amount
    const [, signed, word] = /^(\D.*?)\s?([A-Z]{3})$/.exec(amount) ?? []
    return parseMoney(signed && word && !isoCodes.has(word) ? signed : amount, hint)
  }).filter((money) => money !== null)
}

/**
 * The money that a text of a page says, exactly or not at all: "1.234,56 €", "(5.00)" with a hint, "￥1,234".
 * Null for two amounts, for words beside the amount and for anything that can be read in two ways.
 */
export function parseMoney(text: string, hint: MoneyHint = {}): Money | null {
  if (text.length > 80) return null
  const plain = plainText(text).replace(/[.,]\s?[-—]{1,2}(?=\D*$)/, "")
  const first = plain.search(/\d/)
  if (first < 0) return null
  const end = plain.search(/\d\D*$/) + 1
  const around = [plain.slice(0, first), plain.slice(end)]
  const bracketed = around[0]?.includes("(") && around[1]?.includes(")")
  const marks = around.join("").replace(/[^-()]/g, "")
  if (marks !== "" && marks !== "-" && !(bracketed && marks === "()")) return null
  const found = around.map((one) => one.replace(/[-()]/g, "").trim()).filter(Boolean)
  const currency = currencyOf(found, hint)
  if (!currency || !isoCodes.has(currency)) return null
  const decimal = hint.decimal ?? decimalOf(hint.locale)
  const minor = parseUnits(plain.slice(first, end), currencyDigits(currency), decimal)
  if (minor === null) return null
  return { minor: marks !== "" && minor !== 0 ? -minor : minor, currency }
}
