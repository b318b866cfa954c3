import { plainText } from "./number-text"
import { epochOf, type WallTime } from "./wall-time"

/**
 * How the page writes dates. `zone` is used only where the text names none; `now` lets a date without a year be its
 * latest occurrence; `dayFirst` is what other dates of the same column prove, and outranks the language.
 */
export type DateHint = {
  locale: string
  zone?: string | undefined
  now?: number | undefined
  dayFirst?: boolean | undefined
}

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
/** `halves`: words for morning (0) and afternoon (12); `days`: words for today (0) and the days before it. */
type Language = {
  order: Order
  words: Map<string, number>
  fillers: Set<string>
  halves: Map<string, 0 | 12>
  days: Map<string, number>
}

const languages = new Map<string, Language | null>()
const wordPattern = /[\p{L}\p{M}]+/gu

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(wordPattern) ?? []
}

/** Order of day and month, names of months and words around them, from the browser's own locale data. */
function describeLanguage(locale: string): Language | null {
  const numeric = new Intl.DateTimeFormat(locale)
  if (numeric.resolvedOptions().calendar !== "gregory") return null
  const halves = new Map<string, 0 | 12>()
  const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", hour12: true, timeZone: "UTC" })
  for (const half of [0, 12] as const) {
    const part = clock.formatToParts(half * 3_600_000).find(({ type }) => type === "dayPeriod")
    if (part) halves.set(part.value.toLowerCase(), half)
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  const days = new Map(
    [0, 1, 2].map((ago) => [relative.format(-ago, "day").toLowerCase(), ago] as const)
  )
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
  return { order, words, fillers, halves, days }
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

const wordBefore = /([\p{L}.]+)\s*$/u
const wordAfter = /^\s*([\p{L}.]+(?:\s?m\b\.?)?)/u
const english: Record<string, 0 | 12> = { am: 0, pm: 12 }

function readClock(text: string, { halves }: Language): { clock: Clock; rest: string } | null {
  const found = /(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:])/.exec(text)
  if (!found) return { clock: { hour: 0, minute: 0, second: 0 }, rest: text }
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
  const halfOf = (word: string | undefined) =>
    word === undefined
      ? undefined
      : (halves.get(word.toLowerCase()) ?? english[word.toLowerCase().replace(/[.\s]/g, "")])
  const [first, last] = [wordBefore.exec(before)?.[1], wordAfter.exec(after)?.[1]]
  const half = halfOf(last) ?? halfOf(first)
  const twelve = half !== undefined
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
  if (hour > (twelve ? 12 : 23) || (twelve && hour === 0) || minute > 59 || second > 59) return null
  const clock = { hour: twelve ? (hour % 12) + half : hour, minute, second }
  const rest =
    halfOf(last) !== undefined
      ? `${before} ${after.replace(wordAfter, " ")}`
      : twelve
        ? `${before.replace(wordBefore, " ")} ${after}`
        : `${before} ${after}`
  return { clock, rest }
}

/** Zones that only one part of the world calls so. CST, IST and AST are left out: they mean several. */
const zoneNames: Record<string, string> = {
  PST: "-08:00",
  PDT: "-07:00",
  MST: "-07:00",
  MDT: "-06:00",
  EST: "-05:00",
  EDT: "-04:00",
  CDT: "-05:00",
  BRT: "-03:00",
  CET: "+01:00",
  CEST: "+02:00",
  MEZ: "+01:00",
  MESZ: "+02:00",
  MSK: "+03:00",
  WIB: "+07:00",
  SGT: "+08:00",
  HKT: "+08:00",
  JST: "+09:00",
  KST: "+09:00",
  AEST: "+10:00",
  AEDT: "+11:00"
}
const namedZone = new RegExp(`\\b(${Object.keys(zoneNames).join("|")})\\b`)

type Zone = { zone: string | undefined; rest: string } | null

function readZone(text: string, hint: string | undefined): Zone {
  const found = /\b(?:UTC|GMT)(?:\s?([+-])(\d{1,2})(?::?([0-5]\d))?)?(?![\w+-])/.exec(text)
  const named = namedZone.exec(text)?.[1]
  if (!found && named) return { zone: zoneNames[named], rest: text.replace(named, " ") }
  if (!found) return { zone: hint, rest: text }
  const [all, sign, hours = "0", minutes = "00"] = found
  const zone = sign ? `${sign}${hours.padStart(2, "0")}:${minutes}` : "UTC"
  return Number(hours) > 14 ? null : { zone, rest: text.replace(all, " ") }
}

/** Words beside a date in any language: "22 nov 10:10 hs". */
const fillersEverywhere = new Set(["at", "on", "hs", "hrs", "h", "uhr", "um", "às", "kl", "den"])

type Day = Omit<WallTime, keyof Clock>

/** Day, month and year from what is left of a date text; year 0 where it names none. Null when a part is missing or more than one order fits. */
function readDay(text: string, language: Language, dayFirst: boolean | undefined): Day | null {
  const rest = text.replace(/[年月년월](?=\s*\d)|日|일/g, " ")
  const named = wordsOf(rest).filter(
    (word) => !language.fillers.has(word) && !fillersEverywhere.has(word)
  )
  const months = named.map((word) => language.words.get(word))
  const numbers = rest.match(/\d+/g) ?? []
  const [month] = months
  if (months.length > 1 || (months.length === 1 && month === undefined)) return null
  if (/[^\p{L}\p{M}\d\s.,/\-–()'’]/u.test(rest)) return null
  const yearFirst = /^\d{4}$/.test(numbers[0] ?? "")
  const proven: Order | undefined =
    dayFirst === undefined
      ? undefined
      : dayFirst
        ? ["day", "month", "year"]
        : ["month", "day", "year"]
  let order: Order = yearFirst ? ["year", "month", "day"] : (proven ?? language.order)
  if (month !== undefined) order = yearFirst ? ["year", "day"] : ["day", "year"]
  if (numbers.length === order.length - 1 && !yearFirst) {
    order = order.filter((part) => part !== "year")
  }
  if (numbers.length !== order.length) return null
  const day: Record<Order[number], number> = { year: 0, month: month ?? 0, day: 0 }
  for (const [i, part] of order.entries()) {
    const digits = numbers[i] ?? ""
    if (part === "year" ? !/^(?:\d\d|\d{4})$/.test(digits) : digits.length > 2) return null
    day[part] = Number(digits) + (part === "year" && digits.length === 2 ? 2000 : 0)
  }
  return day
}

const dayMs = 86_400_000

/** The day that "yesterday" means where the page is read; undefined for any other text. */
function dayInWords(text: string, { days }: Language, zone: string, now: number): Day | undefined {
  const word = text
    .toLowerCase()
    .replace(/[,.]/g, " ")
    .replace(/\s(?:at|um|à|às|a las|alle|ore|om|kl|o)\s*$/, " ")
    .trim()
  const ago = days.get(word)
  if (ago === undefined) return undefined
  const parts = new Intl.DateTimeFormat("en-u-ca-gregory", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric"
  }).formatToParts(now - ago * dayMs)
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value)
  return { year: part("year"), month: part("month"), day: part("day") }
}

/** The latest time of this day and month that is not after now; a day's grace for zones ahead of ours. */
function latestOf(wall: WallTime, zone: string, now: number): number | null {
  const year = new Date(now).getUTCFullYear()
  for (const candidate of [year + 1, year, year - 1]) {
    const at = epochOf({ ...wall, year: candidate }, zone)
    if (at !== null && at <= now + dayMs) return at
  }
  return null
}

/**
 * The instant that a localised date text names, in epoch ms UTC. Order of day and month comes from the page's
 * language, or from `dayFirst`. Null without a zone, for days that do not exist, without a year where `now` is not
 * given, for relative times and for leftover words.
 */
export function parseDate(text: string, hint: DateHint): number | null {
  const language = text.length > 80 ? null : languageOf(hint.locale)
  if (!language) return null
  const zoned = readZone(plainText(text), hint.zone)
  if (!zoned?.zone) return null
  const timed = readClock(zoned.rest, language)
  if (!timed) return null
  const spoken =
    hint.now !== undefined && text.includes(":")
      ? dayInWords(timed.rest, language, zoned.zone, hint.now)
      : undefined
  const day = spoken ?? readDay(timed.rest, language, hint.dayFirst)
  if (!day) return null
  const wall = { ...day, ...timed.clock }
  if (day.year !== 0) return epochOf(wall, zoned.zone)
  return hint.now === undefined ? null : latestOf(wall, zoned.zone, hint.now)
}
