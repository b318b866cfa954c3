import Big from "big.js"
import { currencyDigits } from "../domain/currency-digits"
import type { Money } from "../domain/money"

/** Our own: enough places that no division decides the rounding of a minor unit, and no binary fractions let in. */
const Exact = Big()
Exact.DP = 40
Exact.strict = true

/** A decimal as text, "0.065". */
export type Decimal = string

const big = (value: Decimal | number) => new Exact(String(value))

/** Half a minor unit rounds up, as invoices do. */
function toMinor(value: Big): number {
  const rounded = value.round(0, Big.roundHalfUp)
  if (!Number.isSafeInteger(Number(rounded.toString()))) throw new RangeError("amount too large")
  return Number(rounded.toString())
}

/** A part of an amount: 6.5 % of €20.00 is `part(money, "0.065")`. Rounded once, to the minor unit. */
export function part({ minor, currency }: Money, rate: Decimal): Money {
  return { minor: toMinor(big(minor).times(big(rate))), currency }
}

/** The tax inside an amount that includes it: price − price ÷ (1 + rate). */
export function taxWithin({ minor, currency }: Money, rate: Decimal): Money {
  const net = big(minor).div(big(rate).plus("1"))
  return { minor: minor - toMinor(net), currency }
}

/** The sum of amounts in one currency. */
export function sum(currency: string, amounts: Money[]): Money {
  let minor = 0
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new TypeError(`${amount.currency} among ${currency}`)
    minor += amount.minor
  }
  return { minor, currency }
}

export const negative = ({ minor, currency }: Money): Money => ({ minor: 0 - minor, currency })

/** Into another currency at `rate` units of it for one of ours ("1.0842" for EUR → USD). */
export function convert({ minor, currency }: Money, to: string, rate: Decimal): Money {
  const digits = currencyDigits(to) - currencyDigits(currency)
  const scale = big(`1e${digits}`)
  return { minor: toMinor(big(minor).times(big(rate)).times(scale)), currency: to }
}

/** A rate divided by another, to twelve places: what is left of it after rounding moves no minor unit of a price. */
export const quotient = (a: Decimal, b: Decimal): Decimal => big(a).div(big(b)).round(12).toFixed()

/** An amount as a share of another, to six places; undefined of nothing. */
export function ratio(amount: Money, of: Money): number | undefined {
  if (of.minor === 0) return undefined
  return Number(big(amount.minor).div(big(of.minor)).round(6).toString())
}

/** "12,50" is how many write "12.50"; a comma between thousands is not taken. */
const typedNumber = (text: string) => text.trim().replace(/^(\d+),(\d{1,2})$/, "$1.$2")

/**
 * An amount that a person typed ("12.5") as Money.
 * @throws RangeError for what is not a number, and for more decimals than the currency has
 */
export function typedMoney(text: string, currency: string): Money {
  const typed = typedNumber(text)
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(typed)) throw new RangeError("not an amount")
  const minor = big(typed).times(big(`1e${currencyDigits(currency)}`))
  if (!minor.eq(minor.round(0))) throw new RangeError("too many decimals")
  return { minor: toMinor(minor), currency }
}

/** An amount as a person types it. */
export const moneyText = ({ minor, currency }: Money): string => {
  const digits = currencyDigits(currency)
  return big(minor)
    .times(big(`1e-${digits}`))
    .toFixed(digits)
}

/**
 * A percentage that a person typed ("6.5") as a rate ("0.065").
 * @throws RangeError for what is not a number from 0 to 1000
 */
export function typedRate(text: string): Decimal {
  const typed = typedNumber(text)
  if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(typed)) throw new RangeError("not a percentage")
  return big(typed).times(big("0.01")).toFixed()
}

export const percentText = (rate: Decimal): string => big(rate).times(big("100")).toFixed()
