import { currencyDigits } from "../domain/currency-digits"
import type { Money } from "../domain/money"
import { parseCount } from "../marketplace/count-text"
import { parseMoney } from "../marketplace/money-text"
import { type Decimal, plainText } from "../marketplace/number-text"
import type { Conventions } from "./conventions"

const unclear = /^\d{1,3}[.,]\d{3}$/

/** Which decimal sign the amounts of a file show. */
export class DecimalEvidence {
  private readonly signs = new Set<Decimal>()
  private doubtful = 0

  /** For "31.20", as most files write. */
  sawPoint(): void {
    this.signs.add(".")
  }

  add(raw: string): void {
    if (/^-?\d+(?:\.\d\d?)?$/.test(raw)) {
      if (raw.includes(".")) this.sawPoint()
      return
    }
    const text = plainText(raw)
      .replace(/[^\d.,'’ ]+/g, "")
      .trim()
    if (!/[.,]/.test(text)) return
    if (unclear.test(text)) {
      this.doubtful++
      return
    }
    const last = text[text.search(/[.,](?=\d*$)/)]
    const digits = text.length - 1 - text.lastIndexOf(last ?? "")
    const repeated = last !== undefined && text.indexOf(last) !== text.lastIndexOf(last)
    if (last === "." || last === ",") {
      // "1.234.567" groups by points, so its file's decimal sign is the comma
      if (repeated) this.signs.add(last === "." ? "," : ".")
      else if (digits !== 3 || /[.,'’ ]/.test(text.slice(0, text.lastIndexOf(last)))) {
        this.signs.add(last)
      }
    }
  }

  get decimal(): Decimal | "undecidable" | undefined {
    if (this.signs.size === 1) return [...this.signs][0]
    return this.doubtful > 0 ? "undecidable" : undefined
  }
}

/** Hundredths of "31.2", "-5", "0.99": what most files write; NaN for anything else. */
function plainHundredths(text: string): number {
  const { length } = text
  const negative = text.charCodeAt(0) === 45
  let [value, decimals, digits] = [0, -1, 0]
  for (let i = negative ? 1 : 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      digits++
      if (decimals >= 0) decimals++
    } else if (code === 46 && decimals < 0 && digits > 0) decimals = 0
    else return Number.NaN
  }
  if (digits === 0 || digits > 12 || decimals === 0 || decimals > 2) return Number.NaN
  const minor = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100
  return negative && minor !== 0 ? -minor : minor
}

const isoCodes = new Set(Intl.supportedValuesOf("currency"))
const inHundredths = (code: string) => isoCodes.has(code) && currencyDigits(code) === 2

/** The ISO 4217 code that a cell holds; "" for anything else. */
export function currencyCode(text: string): string {
  if (isoCodes.has(text)) return text
  const code = text.toUpperCase()
  return isoCodes.has(code) ? code : ""
}

export type ReadMoney = (text: string, currency: string | undefined) => Money | null

/** A reader for the amounts of one file; null for what its conventions do not decide. `currency` is the row's own. */
export function createMoneyReader({ decimal, currency, language }: Conventions): ReadMoney {
  const known = new Map<string, Money | null>()
  const locale = language ?? "en"

  function read(text: string, code: string | undefined): Money | null {
    // "USD 31.20", "$31.20", "(5.00)"; the sign of a shared currency means what the file's code says
    return parseMoney(text, { currency: code, decimal, ...(code ? {} : { locale }) })
  }

  return (raw, own) => {
    const code = own ?? currency
    if (code && decimal !== "," && inHundredths(code)) {
      const minor = plainHundredths(raw)
      if (!Number.isNaN(minor)) return { minor, currency: code }
    }
    const key = `${code}${raw}`
    let money = known.get(key)
    if (money === undefined) {
      money = read(raw.trim(), code)
      if (known.size > 20_000) known.clear()
      known.set(key, money)
    }
    return money
  }
}

const plainCount = /^-?\d{1,9}$/

/** A whole number of pieces; "3.0" is 3, "1.5" is refused. */
export function readQuantity(raw: string, decimal: Decimal | undefined): number | null {
  const text = raw.trim()
  if (plainCount.test(text)) return Number(text)
  const locale = decimal === "," ? "de" : decimal === "." ? "en" : undefined
  const count = parseCount(text, locale)
  return count !== null && Math.abs(count) <= 1_000_000_000 ? count : null
}
