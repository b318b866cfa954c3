const dayMs = 86_400_000

/** The calendars that the platform's ICU data computes, and how a rule names them. */
const calendars = { c: "chinese", i: "islamic-umalqura", h: "hebrew" } as const
type Letter = keyof typeof calendars

const formats = new Map<Letter, Intl.DateTimeFormat>()

function formatOf(letter: Letter): Intl.DateTimeFormat {
  const known = formats.get(letter)
  if (known) return known
  const options = { month: "numeric", day: "numeric", timeZone: "UTC" } as const
  const made = new Intl.DateTimeFormat(`en-u-ca-${calendars[letter]}`, options)
  formats.set(letter, made)
  return made
}

/** "1-15" in a moon calendar: month (a number, or its Hebrew name) and day. A leap month carries its mark. */
function monthAndDay(letter: Letter, day: number): string {
  const parts = formatOf(letter).formatToParts(new Date(day * dayMs))
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ""
  return `${of("month")}-${of("day")}`
}

const years = new Map<string, Map<string, number[]>>()

function datesOf(letter: Letter, year: number): Map<string, number[]> {
  const key = `${letter}${year}`
  const known = years.get(key)
  if (known) return known
  const dates = new Map<string, number[]>()
  const end = Date.UTC(year + 1, 0, 1) / dayMs
  for (let day = Date.UTC(year, 0, 1) / dayMs; day < end; day++) {
    const name = monthAndDay(letter, day)
    dates.set(name, [...(dates.get(name) ?? []), day])
  }
  years.set(key, dates)
  return dates
}

export const isMoonRule = (rule: string) => rule[0] !== undefined && rule[0] in calendars

/**
 * Days (since 1970) of a Gregorian year on which a date of a moon calendar falls: none, one or two. A rule is the letter of
 * the calendar (c Chinese, i Islamic Umm al-Qura, h Hebrew), month and day, and days to add: "c1-1+2", "hNisan-15".
 */
export function moonDays(rule: string, year: number): number[] {
  const [date = "", ahead = "0"] = rule.slice(1).split("+")
  const days = datesOf(rule[0] as Letter, year).get(date) ?? []
  return days.map((day) => day + Number(ahead))
}
