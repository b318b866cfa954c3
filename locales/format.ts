import { currencyDigits } from "../src/domain/currency-digits"
import { type Money, majorUnits } from "../src/domain/money"

export type PluralForms = { one: string; other: string }

/** Numbers, money, dates and countries as a locale writes them. Times are shown in the browser's own zone unless one is given. */
export type Format = ReturnType<typeof createFormat>

export function createFormat(locale: string, zone?: string) {
  const timeZone = zone === undefined ? {} : { timeZone: zone }
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const roundedTimes = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 })
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 })
  const tenths = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 })
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    ...timeZone
  })
  // days since 1970 are UTC days
  const shortDay = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC"
  })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", ...timeZone })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const countries = new Intl.DisplayNames(locale, { type: "region" })
  const languages = new Intl.DisplayNames(locale, { type: "language" })
  const lists = new Intl.ListFormat(locale, { type: "conjunction" })
  const plurals = new Intl.PluralRules(locale)
  const moneyFormats = new Map<string, Intl.NumberFormat>()

  function moneyFormat(currency: string, digits: number): Intl.NumberFormat {
    const key = `${currency}${digits}`
    let format = moneyFormats.get(key)
    if (!format) {
      format = new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits
      })
      moneyFormats.set(key, format)
    }
    return format
  }

  function hours(value: number): string {
    const days = value / 24
    const [amount, unit] = days > 2 && Number.isInteger(days) ? [days, "day"] : [value, "hour"]
    return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(
      amount
    )
  }

  return {
    locale,
    money: (money: Money) =>
      moneyFormat(money.currency, currencyDigits(money.currency)).format(majorUnits(money)),
    /** For an axis: no cents. */
    moneyRounded: (money: Money) => moneyFormat(money.currency, 0).format(majorUnits(money)),
    count: (value: number) => whole.format(value),
    times: (value: number) => (value >= 100 ? whole.format(value) : roundedTimes.format(value)),
    share: (value: number) => shares.format(value),
    /** A rank in (0, 1) as a percentage, rounded down: "99.9%" never becomes "100%". */
    percentile: (value: number) => tenths.format(Math.floor(value * 1_000) / 1_000),
    hours,
    moment: (time: number) => moment.format(time),
    /** A calendar day, "2026-07-27". */
    day: (iso: string) => days.format(Date.parse(iso)),
    /** A day (days since 1970) without its year: "4 Dec". */
    epochDay: (day: number) => shortDay.format(day * 86_400_000),
    /** The UTC day that begins then. */
    dayOf: (time: number) => days.format(time),
    clock: (time: number) => clock.format(time),
    language: (code: string) => languages.of(code) ?? code,
    list: (texts: string[]) => lists.format(texts),
    country: (code: string) => countries.of(code) ?? code,
    /** The form for this number, "#" replaced by the number. */
    plural: (value: number, forms: PluralForms) =>
      (plurals.select(value) === "one" ? forms.one : forms.other).replace("#", whole.format(value))
  }
}
