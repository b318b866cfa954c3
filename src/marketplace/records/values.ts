import type { Money } from "../../domain/money"
import { parseCount } from "../count-text"
import { parseDate, parseInstant } from "../date-text"
import { amountsIn, type MoneyHint, parseMoney } from "../money-text"
import { type Decimal, plainText } from "../number-text"
import type { PageHints } from "../page-hints"
import { parseRelative } from "../relative-date"
import type { Piece } from "./pieces"

/** The only amount in a text; null when there is none, or more than one. */
export function moneyIn(text: string, hint: MoneyHint): Money | null {
  const whole = parseMoney(text, hint)
  if (whole) return whole
  const [first, ...more] = amountsIn(text, hint)
  return first && more.length === 0 ? first : null
}

/** The decimal sign that the amounts of a column prove: "1.234,56" → ",". */
export function decimalOfTexts(texts: string[]): Decimal | undefined {
  const signs = new Set<Decimal>()
  for (const text of texts) {
    const sign = /\d([.,])\d{1,2}(?!\d)(?![.,]\d)/.exec(plainText(text))?.[1]
    if (sign === "." || sign === ",") signs.add(sign)
  }
  const [sign] = signs
  return signs.size === 1 ? sign : undefined
}

type NumericDate = [first: number, second: number]

function numericDate(text: string): NumericDate | null {
  const found = /(?:^|\D)(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d\d)(?!\d)/.exec(plainText(text))
  return found ? [Number(found[1]), Number(found[2])] : null
}

/**
 * Whether a column's numeric dates put the day first. A number above 12 proves it; else a date that would lie in the
 * future disproves it; else only a language with a region, or one other than English, may say. Undefined: unknown.
 */
export function dayFirstIn(texts: string[], hints: PageHints): boolean | undefined | null {
  const dates = texts.map(numericDate).filter((date) => date !== null)
  if (dates.length === 0) return undefined
  const dayFirst = dates.some(([first]) => first > 12)
  const monthFirst = dates.some(([, second]) => second > 12)
  if (dayFirst !== monthFirst) return dayFirst
  if (dayFirst && monthFirst) return null
  const isFuture = (order: boolean) =>
    texts.some((text) => {
      const at = parseDate(text, { locale: "en-US", zone: hints.zone, dayFirst: order })
      return at !== null && at > hints.now + 86_400_000
    })
  const [dayFails, monthFails] = [isFuture(true), isFuture(false)]
  if (dayFails !== monthFails) return monthFails
  const locale = hints.locale ?? ""
  // "en" alone is written by Americans and by everybody else
  if (/^en$/i.test(locale) || locale === "") return null
  return undefined
}

const isoDay = /^\d{4}-\d\d-\d\d$/

/** When a piece says that something happened, in epoch ms; `dayFirst` null: its numeric dates cannot be decided. */
export function dateIn(piece: Piece, hints: PageHints, dayFirst?: boolean | null): number | null {
  const { text, datetime } = piece
  if (datetime) {
    const at = parseInstant(datetime)
    if (at !== null) return at
    if (isoDay.test(datetime.slice(0, 10))) {
      const read = parseDate(datetime.replace("T", " "), { locale: "en", zone: hints.zone })
      if (read !== null) return read
    }
  }
  if (!/\d/.test(text) && text.length > 20) return null
  const instant = parseInstant(text)
  if (instant !== null) return instant
  if (dayFirst === null && numericDate(text)) return null
  const { zone, now } = hints
  for (const locale of new Set([hints.locale ?? "en", "en"])) {
    const at = parseDate(text, { locale, zone, now, ...(dayFirst !== null && { dayFirst }) })
    if (at !== null) return at
  }
  return parseRelative(text, hints.locale, now)
}

/** "3", "x3", "× 3", "3 pcs", "2 unidades": a quantity, never a size such as "350 ml". */
export function quantityIn(text: string, locale: string | undefined): number | null {
  // "1 (12 available)"
  const plain = plainText(text).replace(/\s?\([^()]*\)$/, "")
  const count = parseCount(plain, locale)
  if (count !== null) return count >= 0 ? count : null
  const counted =
    /^(?:[x×✕*]\s?(\d{1,6})|(\d{1,6})\s?[x×✕*]|(\d{1,6})\s?(?:pcs?|pieces?|units?|items?|unidades?|uds?|un|stück|stk|st|pi[eè]ces?|pezzi|pz|stuks|szt|sztuk[ai]?|adet|ks|шт|件|個|个|点|개|قطعة|buah|cái|ชิ้น)\.?)$/iu.exec(
      plain
    )
  const digits = counted?.[1] ?? counted?.[2] ?? counted?.[3]
  return digits === undefined ? null : Number(digits)
}

/** Stock as pages show it: "23", "12 available", "In stock (4)", "100 / 0" (on hand / allocated). */
export function stockIn(
  text: string,
  locale: string | undefined
): { available?: number; onHand?: number } | null {
  const plain = plainText(text)
  const count = parseCount(plain, locale) ?? quantityIn(plain, locale)
  if (count !== null) return { available: count }
  const pair = /^(\d{1,7})\s?\/\s?(\d{1,7})$/.exec(plain)
  if (pair) return { onHand: Number(pair[1]) }
  const numbers = plain.match(/(?:(?<![\d\p{L}])-)?\d[\d.,]*/gu) ?? []
  const [only] = numbers
  const said = numbers.length === 1 && only !== undefined ? parseCount(only, locale) : null
  return said === null || /\d\s?(?:d|h|days?|hours?|%)\b/i.test(plain) ? null : { available: said }
}

/** The id in "#84 Parker Testman", "Order 2026-0001", "ID do Pedido 261101FIXTURE1"; null when it is not clear which word it is. */
export function idIn(text: string): string | null {
  const plain = text.trim()
  if (plain.length > 80) return null
  const marked = /(?:#|№|\bno\.?\s?|nr\.?\s?)\s?([\p{L}\d][\p{L}\d._/-]*)/iu.exec(plain)?.[1]
  if (marked && /\d/.test(marked)) return marked
  const words = plain.split(/[\s:：#()]+/).filter(Boolean)
  if (words.length === 1)
    return /^[\p{L}\d][\p{L}\d._/-]{0,63}$/u.test(words[0] ?? "") ? (words[0] ?? null) : null
  const numbered = words.filter(
    (word) => /^[\p{L}\d][\p{L}\d._/-]*$/u.test(word) && /\d/.test(word)
  )
  return words.length <= 6 && numbered.length === 1 ? (numbered[0] ?? null) : null
}

/** A seller's own code: short, no prose. "–", "N/A" and the like are none. */
export function skuIn(text: string): string | null {
  const plain = (/\[([^[\]]+)\]$/.exec(text)?.[1] ?? text).trim()
  if (plain.length > 64 || !/[\p{L}\d]/u.test(plain)) return null
  if (/^(?:n\/?a|none|null|-+|–|—|no sku|sku)$/i.test(plain)) return null
  return plain.split(" ").length <= 3 ? plain : null
}
