import { isMoonRule, moonDays } from "./moon-calendar"

/**
 * Days on which shops of a country are mostly closed or buying differs, as rules: "12-25" a date, "e+1" days from Easter,
 * "o+1" days from Orthodox Easter, "11-4-4" the 4th Thursday (4) of November, "05-l-1" the last Monday of May, "c1-1" a
 * date of a moon calendar (moon-calendar.ts), "diwali". Public facts of the larger buyer countries; a package with every
 * country (date-holidays) would outweigh the worker.
 */
const rules: Record<string, string> = {
  US: "01-01 01-3-1 02-3-1 05-l-1 06-19 07-04 09-1-1 11-11 11-4-4 12-25",
  CA: "01-01 e-2 07-01 09-1-1 10-2-1 12-25 12-26",
  GB: "01-01 e-2 e+1 05-1-1 05-l-1 08-l-1 12-25 12-26",
  IE: "01-01 03-17 e+1 05-1-1 06-1-1 08-1-1 10-l-1 12-25 12-26",
  DE: "01-01 e-2 e+1 05-01 e+39 e+50 10-03 12-25 12-26",
  AT: "01-01 01-06 e+1 05-01 e+39 e+50 08-15 10-26 11-01 12-08 12-25 12-26",
  CH: "01-01 e-2 e+1 e+39 e+50 08-01 12-25 12-26",
  FR: "01-01 e+1 05-01 05-08 e+39 e+50 07-14 08-15 11-01 11-11 12-25",
  BE: "01-01 e+1 05-01 e+39 e+50 07-21 08-15 11-01 11-11 12-25",
  NL: "01-01 e+1 04-27 e+39 e+50 12-25 12-26",
  IT: "01-01 01-06 e+1 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26",
  ES: "01-01 01-06 e-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
  PT: "01-01 e-2 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
  PL: "01-01 01-06 e+1 05-01 05-03 08-15 11-01 11-11 12-25 12-26",
  SE: "01-01 01-06 e-2 e+1 05-01 e+39 06-06 12-24 12-25 12-26",
  DK: "01-01 e-3 e-2 e+1 e+39 e+50 12-24 12-25 12-26",
  NO: "01-01 e-3 e-2 e+1 05-01 05-17 e+39 e+50 12-25 12-26",
  FI: "01-01 01-06 e-2 e+1 05-01 e+39 12-06 12-24 12-25 12-26",
  AU: "01-01 01-26 e-2 e+1 04-25 12-25 12-26",
  JP: "01-01 01-2-1 02-11 02-23 04-29 05-03 05-04 05-05 07-3-1 08-11 09-3-1 10-2-1 11-03 11-23",
  BR: "01-01 e-47 e-2 04-21 05-01 09-07 10-12 11-02 11-15 12-25",
  MX: "01-01 02-1-1 03-3-1 05-01 09-16 11-3-1 12-25",
  CN: "01-01 c1-1 c1-2 c1-3 c1-4 c1-5 c1-6 c1-7 04-05 05-01 c5-5 c8-15 10-01 10-02 10-03 10-04 10-05 10-06 10-07",
  HK: "01-01 c1-1 c1-2 c1-3 04-05 e-2 e+1 05-01 c4-8 c5-5 07-01 c8-15+1 10-01 c9-9 12-25 12-26",
  TW: "01-01 c1-1 c1-2 c1-3 02-28 04-04 04-05 05-01 c5-5 c8-15 10-10",
  SG: "01-01 c1-1 c1-2 e-2 05-01 c4-15 i10-1 i12-10 08-09 diwali 12-25",
  MY: "01-01 c1-1 c1-2 05-01 c4-15 i10-1 i10-2 i12-10 08-31 09-16 diwali 12-25",
  VN: "01-01 c1-1 c1-2 c1-3 c1-4 04-30 05-01 09-02",
  KR: "01-01 c1-1 c1-1+1 03-01 05-05 c4-8 06-06 08-15 c8-15 c8-15+1 10-03 10-09 12-25",
  ID: "01-01 c1-1 e-2 e+39 05-01 i10-1 i10-2 i12-10 i1-1 i3-12 08-17 12-25",
  IN: "01-26 08-15 10-02 i10-1 i12-10 diwali 12-25",
  SA: "i10-1 i10-2 i10-3 i10-4 i12-9 i12-10 i12-11 i12-12 02-22 09-23",
  AE: "01-01 i10-1 i10-2 i10-3 i12-9 i12-10 i12-11 i12-12 i1-1 i3-12 12-02 12-03",
  EG: "01-07 01-25 o+1 04-25 05-01 i10-1 i10-2 i10-3 i12-9 i12-10 i12-11 i1-1 i3-12 07-23 10-06",
  TR: "01-01 i10-1 i10-2 i10-3 i12-10 i12-11 i12-12 i12-13 04-23 05-01 05-19 07-15 08-30 10-29",
  IL: "hTishri-1 hTishri-2 hTishri-10 hTishri-15 hTishri-22 hNisan-15 hNisan-21 hIyar-5 hSivan-6",
  GR: "01-01 01-06 o-48 03-25 o-2 o+1 05-01 o+50 08-15 10-28 12-25 12-26",
  RO: "01-01 01-02 01-06 01-24 o-2 o+1 o+50 05-01 06-01 08-15 11-30 12-01 12-25 12-26",
  BG: "01-01 03-03 o-2 o+1 05-01 05-06 05-24 09-06 09-22 12-24 12-25 12-26"
}

/** Diwali (the new moon of Kartika by India's almanac) follows no calendar that ICU computes: dates as gazetted. */
const diwali: Record<number, string> = {
  2018: "11-07",
  2019: "10-27",
  2020: "11-14",
  2021: "11-04",
  2022: "10-24",
  2023: "11-12",
  2024: "10-31",
  2025: "10-20",
  2026: "11-08",
  2027: "10-29",
  2028: "10-17",
  2029: "11-05",
  2030: "10-26"
}

/** Easter Sunday (Meeus, Jones and Butcher), days since 1970. */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7
  const g = Math.floor((a + 11 * e + 22 * f) / 451)
  const month = Math.floor((e + f - 7 * g + 114) / 31)
  const day = ((e + f - 7 * g + 114) % 31) + 1
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** Easter Sunday of the Orthodox churches (Meeus' Julian algorithm), days since 1970; right from 1900 to 2099. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  return Date.UTC(year, 2, 22 + 13 + d + e) / 86_400_000
}

/** Days since 1970 on which a rule falls in a year. */
function daysOf(rule: string, year: number): number[] {
  if (rule === "diwali") return diwali[year] ? [dayOf(diwali[year], year)] : []
  return isMoonRule(rule) ? moonDays(rule, year) : [dayOf(rule, year)]
}

function dayOf(rule: string, year: number): number {
  if (rule.startsWith("e")) return easter(year) + Number(rule.slice(1))
  if (rule.startsWith("o")) return orthodoxEaster(year) + Number(rule.slice(1))
  const [month = "", second = "", weekday] = rule.split("-")
  const first = Date.UTC(year, Number(month) - 1, 1) / 86_400_000
  if (weekday === undefined) return first + Number(second) - 1
  // 1970-01-01 was a Thursday
  const ahead = (Number(weekday) - ((first + 4) % 7) + 7) % 7
  if (second !== "l") return first + ahead + 7 * (Number(second) - 1)
  const next = Date.UTC(year, Number(month), 1) / 86_400_000
  let day = first + ahead
  while (day + 7 < next) day += 7
  return day
}

const made = new Map<string, Set<number>>()

/** The public holidays of a country (ISO 3166-1 alpha-2) in a year, days since 1970; none where they are not known. */
export function holidays(country: string, year: number): Set<number> {
  const key = `${country}${year}`
  let days = made.get(key)
  if (!days) {
    days = new Set((rules[country]?.split(" ") ?? []).flatMap((rule) => daysOf(rule, year)))
    made.set(key, days)
  }
  return days
}

/** Share of buyers, 0..1, for whom a day is a public holiday. `shares` by country. */
export function holidayShare(day: number, shares: ReadonlyMap<string, number>): number {
  const year = new Date(day * 86_400_000).getUTCFullYear()
  let sum = 0
  for (const [country, share] of shares) if (holidays(country, year).has(day)) sum += share
  return sum
}
