import * as v from "valibot"
import { currencyDigits } from "./currency-digits"

/** An amount in integer minor units (cents, yen) of an ISO 4217 currency. */
export const moneySchema = v.strictObject({
  minor: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))
})
export type Money = v.InferOutput<typeof moneySchema>

/** The amount in major units (euros, not cents), for display and for features only: never add these up. */
export function majorUnits(money: Money): number {
  return money.minor / 10 ** currencyDigits(money.currency)
}
