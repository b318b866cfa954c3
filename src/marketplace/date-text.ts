import { plainText } from "./number-text"
import { epochOf, type WallTime } from "./wall-time"

/** How the page writes dates. `zone` is used only where the text names none. */
export type DateHint = { locale: string; zone?: string | undefined }

/** The instant of `<time datetime>`: ISO 8601 with an offset, in epoch ms UTC; null for anything else. */
export function parseInstant(text: string): number | null {
  const iso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)$/
  if (text.length > 40 || !iso.test(text)) return null
  const at = Date.parse(text.replace(" ", "T"))
  const day = Number(text.slice(8, 10))
  const daysInMonth = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0))
  return Number.isFinite(at) && day <= daysInMonth.getUTCDate() ? at : null
}

type Order = ("year" | "month" | "day")[]
type Language = { order: Order; words: Map<string, number>; fillers: Set<string> }

const languages = new Map<string, Language | null>()
const wordPattern = /[\p{L}\p{M}]+/gu

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(wordPattern) ?? []
}

/** Order of day and month, names of months and words around them, from the browser's own locale data. */
function describeLanguage(locale: string): Language | null {
  const numeric = new Intl.DateTimeFormat(locale)
  if (numeric.resolvedOptions().calendar !== "gregory") return null
  const order = numeric
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === "year" || type === "month" || type === "day")
  const words = new Map<string, number>()
  const fillers = new Set<string>()
  const formats = (["long", "short"] as const).flatMap((month) => [
    new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" }),
    new Intl.DateTimeFormat(locale, { month, day: "numeric", year: "numeric", timeZone: "UTC" }),
    new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" })
  ])
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" })
  for (let month = 0; month < 12; month++) {
    const day = Date.UTC(2026, month, 1 + month)
    for (const word of wordsOf(weekday.format(day))) fillers.add(word)
    for (const format of formats) {
      for (const { type, value } of format.formatToParts(day)) {
        for (const word of wordsOf(value)) {
          if (type === "month") words.set(word, month + 1)
          else if (type === "literal" || type === "weekday") fillers.add(word)
        }
      }
    }
  }
  for (const word of fillers) words.delete(word)
  return { order, words, fillers }
}

function languageOf(locale: string): Language | null {
  let language = languages.get(locale)
  if (language === undefined) {
    try {
      language = describeLanguage(locale)
    } catch {
      language = null // not a language tag: no date of this page can be decided
    }
    languages.set(locale, language)
  }
  return language
}

type Clock = { hour: number; minute: number; second: number }

function readClock(text: string): { clock: Clock; rest: string } | null {
  const found =
    /(上午|下午)?\s*(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:])(?:\s*([ap])\.?\s?m\b\.?)?/i.exec(text)
  if (!found) return { clock: { hour: 0, minute: 0, second: 0 }, rest: text }
  const half = found[1] === "下午" || /p/i.test(found[5] ?? "") ? 12 : 0
  const twelve = found[1] !== undefined || found[5] !== undefined
  const [hour, minute, second] = [Number(found[2]), Number(found[3]), Number(found[4] ?? 0)]
  if (hour > (twelve ? 12 : 23) || (twelve && hour === 0) || minute > 59 || second > 59) return null
  const clock = { hour: twelve ? (hour % 12) + half : hour, minute, second }
  return { clock, rest: text.replace(found[0], " ") }
}

type Zone = { zone: string | undefined; rest: string } | null

function readZone(text: string, hint: string | undefined): Zone {
  const found = /\b(?:UTC|GMT)(?:\s?([+-])(\d{1,2})(?::?([0-5]\d))?)?(?![\w+-])/.exec(text)
  if (!found) return { zone: hint, rest: text }
  const [all, sign, hours = "0", minutes = "00"] = found
  const zone = sign ? `${sign}${hours.padStart(2, "0")}:${minutes}` : "UTC"
  return Number(hours) > 14 ? null : { zone, rest: text.replace(all, " ") }
}

/** Day, month and year from what is left of a date text; null when a part is missing or more than one order fits. */
function readDay(text: string, language: Language): Omit<WallTime, keyof Clock> | null {
  const rest = text.replace(/[年月](?=\s*\d)|日/g, " ")
  const named = wordsOf(rest).filter((word) => !language.fillers.has(word))
  const months = named.map((word) => language.words.get(word))
  const numbers = rest.match(/\d+/g) ?? []
  const [month] = months
  if (months.length > 1 || (months.length === 1 && month === undefined)) return null
  if (/[^\p{L}\p{M}\d\s.,/\-–()'’]/u.test(rest)) return null
  const yearFirst = /^\d{4}$/.test(numbers[0] ?? "")
  let order: Order = yearFirst ? ["year", "month", "day"] : language.order
  if (month !== undefined) order = yearFirst ? ["year", "day"] : ["day", "year"]
  if (numbers.length !== order.length) return null
  const day: Record<Order[number], number> = { year: 0, month: month ?? 0, day: 0 }
  for (const [i, part] of order.entries()) {
    const digits = numbers[i] ?? ""
    if (part === "year" ? !/^(?:\d\d|\d{4})$/.test(digits) : digits.length > 2) return null
    day[part] = Number(digits) + (part === "year" && digits.length === 2 ? 2000 : 0)
  }
  return day
}

/**
 * The instant that a localised date text names, in epoch ms UTC. Order of day and month comes from the page's
 * language only. Null without a zone, for days that do not exist, for relative times and for leftover words.
 */
export function parseDate(text: string, hint: DateHint): number | null {
  if (text.length > 80) return null
  const language = languageOf(hint.locale)
  const zoned = language && readZone(plainText(text), hint.zone)
  const timed = zoned?.zone ? readClock(zoned.rest) : null
  const day = language && timed && readDay(timed.rest, language)
  if (!day || !timed || !zoned?.zone) return null
  return epochOf({ ...day, ...timed.clock }, zoned.zone)
}
