/**
 * Days on which shops of a country are mostly closed or buying differs, as rules: "12-25" a date, "e+1" days from Easter,
 * "11-4-4" the 4th Thursday (4) of November, "05-l-1" the last Monday of May. Public facts of the larger buyer countries.
 * Moon calendars are left out; a package with every country (date-holidays) would outweigh the worker.
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
  MX: "01-01 02-1-1 03-3-1 05-01 09-16 11-3-1 12-25"
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

function dayOf(rule: string, year: number): number {
  if (rule.startsWith("e")) return easter(year) + Number(rule.slice(1))
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
    days = new Set((rules[country]?.split(" ") ?? []).map((rule) => dayOf(rule, year)))
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
