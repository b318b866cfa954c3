import { parseDate, parseInstant } from "../marketplace/date-text"
import { plainText } from "../marketplace/number-text"
import { epochOf } from "../marketplace/wall-time"
import type { Conventions, DateOrder } from "./conventions"

/** Languages whose month names are tried; the file's own is the one that reads it. */
export const dateLanguages = [
  "en",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "nl",
  "pl",
  "sv",
  "da",
  "nb",
  "cs",
  "tr",
  "id",
  "vi",
  "ru",
  "ja",
  "ko",
  "zh-CN"
] as const

const oldest = 946_684_800_000
const newest = 4_102_444_800_000
const day = 86_400_000

type Parts = [first: number, second: number, third: number]
type Numeric = { parts: Parts; yearFirst: boolean; dotted: boolean; seconds: number }

const numericDate =
  /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[ T,]{1,2}(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?([ap]\.?m\.?)?)?$/i

/** A date of digits only, its time of day in seconds; null for anything else. */
function readNumeric(text: string): Numeric | null {
  const found = numericDate.exec(text)
  if (!found) return null
  const [, a = "", sign, b = "", c = "", h = "0", m = "0", s = "0", half] = found
  const yearFirst = a.length === 4
  if (!yearFirst && (a.length > 2 || (c.length !== 2 && c.length !== 4))) return null
  if (yearFirst && c.length > 2) return null
  let hour = Number(h)
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  }
  if (hour > 23 || Number(m) > 59 || Number(s) > 59) return null
  const third = Number(c) + (!yearFirst && c.length === 2 ? 2000 : 0)
  const parts: Parts = [Number(a), Number(b), third]
  return {
    parts,
    yearFirst,
    dotted: sign === ".",
    seconds: hour * 3_600 + Number(m) * 60 + Number(s)
  }
}

/** Seconds or milliseconds since 1970, told apart by their number of digits. */
function readEpoch(text: string): number | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null
  const at = Number(text) * (text.length === 10 ? 1_000 : 1)
  return at >= oldest && at < newest ? at : null
}

/** "2026-11-22 12:00:00 +0000", "... UTC", "...Z", "2026-11-22T12:00:00+00:00": no convention is needed. */
function readInstant(text: string): number | null {
  const iso = text.replace(/\s?(?:UTC|GMT)$/, "Z").replace(/\s(?=[+-]\d\d:?\d\d$)/, "")
  const at = parseInstant(iso.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"))
  return at !== null && at >= oldest && at < newest ? at : null
}

/** Texts around a date that say nothing of it: "24 de março de 2026 22:36 hs." */
const undecorated = (text: string) => plainText(text).replace(/\s?\b(?:hs|hrs|h|uhr|Uhr)\.?$/, "")

/** Which ways of reading the dates of a column fit every one of them. */
export class DateEvidence {
  private readonly orders = new Set<DateOrder>(["mdy", "dmy"])
  private readonly languages = new Set<string>(dateLanguages)
  private numeric = 0
  private named = 0
  private dots = 0

  add(raw: string): void {
    // the year comes first: nothing to decide
    if (/^\d{4}-\d\d-\d\d/.test(raw)) return
    const text = undecorated(raw)
    if (text === "" || text.length > 80 || readInstant(text) !== null || readEpoch(text) !== null) {
      return
    }
    const digits = readNumeric(text)
    if (digits?.yearFirst) return
    if (digits) {
      this.numeric++
      if (digits.dotted) this.dots++
      if (digits.parts[0] > 12) this.orders.delete("mdy")
      if (digits.parts[1] > 12) this.orders.delete("dmy")
      return
    }
    // month names: a few hundred show the language
    if (!/\p{L}{3}/u.test(text) || this.named >= 300) return
    this.named++
    for (const language of this.languages) {
      if (readNamed(text, language, "UTC") === null) this.languages.delete(language)
    }
  }

  /** "undecidable" when both orders fit all rows and only the seller can tell. */
  get dateOrder(): DateOrder | "undecidable" | undefined {
    if (this.numeric === 0) return undefined
    if (this.orders.size === 1) return [...this.orders][0]
    // points are written where the day comes first
    return this.orders.size === 2 && this.dots === this.numeric ? "dmy" : "undecidable"
  }

  get language(): string | undefined {
    return this.named > 0 ? [...this.languages][0] : undefined
  }
}

/** A date with a month's name; "Nov-22-26 12:00:00" has dashes where the language has spaces. */
function readNamed(text: string, language: string, zone: string): number | null {
  const spaced = text.replace(/(?<=\p{L})[-/](?=\d)|(?<=\d)[-/](?=\p{L})/gu, " ")
  const loose = spaced.replace(/(\d)-(\d\d(?:\d\d)?\b)/, "$1 $2")
  return parseDate(loose, { locale: language, zone })
}

function dayParts({ parts, yearFirst }: Numeric, order: DateOrder): Parts {
  const [a, b, c] = parts
  if (yearFirst) return parts
  return order === "dmy" ? [c, b, a] : [c, a, b]
}

const midnight = { hour: 0, minute: 0, second: 0 }

/**
 * Midnight of a day in a zone, and whether the day has 24 hours there; such days, nearly all, are read by addition.
 * Kept per day: a file of a million rows has some hundred days.
 */
function createDays(zone: string) {
  const days = new Map<string, { start: number; plain: boolean } | null>()
  return ([year, month, date]: Parts) => {
    const key = `${year}-${month}-${date}`
    let found = days.get(key)
    if (found === undefined) {
      const start = epochOf({ year, month, day: date, ...midnight }, zone)
      const noon = epochOf({ year, month, day: date, hour: 12, minute: 0, second: 0 }, zone)
      const late = epochOf({ year, month, day: date, hour: 23, minute: 59, second: 59 }, zone)
      const plain =
        start !== null && noon === start + day / 2 && late !== null && late === start + day - 1_000
      found = start === null && noon === null ? null : { start: start ?? 0, plain }
      if (days.size > 20_000) days.clear()
      days.set(key, found)
    }
    return found
  }
}

/**
 * A time that the clock shows twice is its first showing: a day's sales stay in the day. One that it never shows
 * (the hour that summer time takes) is refused.
 */
function ofOddDay(parts: Parts, seconds: number, zone: string): number | null {
  const [year, month, date] = parts
  const wall = (shift: number) => {
    const total = seconds + shift
    if (total < 0 || total >= 86_400) return null
    const hour = Math.floor(total / 3_600)
    const minute = Math.floor((total % 3_600) / 60)
    return epochOf({ year, month, day: date, hour, minute, second: total % 60 }, zone)
  }
  const exact = wall(0)
  if (exact !== null) return exact
  const [before, after] = [wall(-3_600), wall(3_600)]
  if (before === null || after === null) return null
  const first = before + 3_600_000
  return first < after - 3_600_000 ? first : null
}

const utc = /^\d{4}-\d\d-\d\d[T ]\d\d:[0-5]\d:[0-5]\d(?:Z|\+00:00)$/

/** What most large files write, without the general way's cost; null for days that do not exist too. */
function createUtcReader(): (text: string) => number | null {
  let [knownDay, knownStart] = ["", 0]
  const two = (text: string, at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
  return (text) => {
    if (!utc.test(text)) return null
    const hour = two(text, 11)
    if (hour > 23) return null
    if (!text.startsWith(knownDay) || knownDay === "") {
      knownDay = text.slice(0, 10)
      const start = Date.parse(`${knownDay}T00:00:00Z`)
      const exists = new Date(start).getUTCDate() === two(text, 8)
      knownStart = exists && start >= oldest && start < newest ? start : Number.NaN
    }
    const at = knownStart + hour * 3_600_000 + two(text, 14) * 60_000 + two(text, 17) * 1_000
    return Number.isNaN(at) ? null : at
  }
}

export type ReadDate = (text: string) => number | null

/** A reader for the dates of one file, in epoch ms UTC; null for what the file's conventions do not decide. */
export function createDateReader({ dateOrder, language, zone }: Conventions): ReadDate {
  const dayOf = createDays(zone)
  const readUtc = createUtcReader()
  const known = new Map<string, number | null>()

  function read(raw: string): number | null {
    const text = undecorated(raw)
    if (text === "" || text.length > 80) return null
    const instant = readInstant(text) ?? readEpoch(text)
    if (instant !== null) return instant
    const digits = readNumeric(text)
    if (digits) {
      if (!digits.yearFirst && !dateOrder) return null
      const parts = dayParts(digits, dateOrder ?? "ymd")
      const found = dayOf(parts)
      if (!found) return null
      return found.plain
        ? found.start + digits.seconds * 1_000
        : ofOddDay(parts, digits.seconds, zone)
    }
    return readNamed(text, language ?? "en", zone)
  }

  return (text) => {
    const exact = readUtc(text)
    if (exact !== null) return exact
    let at = known.get(text)
    if (at === undefined) {
      at = read(text)
      if (known.size > 20_000) known.clear()
      known.set(text, at)
    }
    return at
  }
}
