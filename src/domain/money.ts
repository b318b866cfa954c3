import * as v from "valibot"

/** An amount in integer minor units (cents, yen) of an ISO 4217 currency. */
export const moneySchema = v.strictObject({
  minor: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))
})
export type Money = v.InferOutput<typeof moneySchema>

const digitsByCurrency = new Map<string, number>()

/** Decimal places of a currency (ISO 4217 through CLDR): 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency)
  if (digits === undefined) {
    const format = new Intl.NumberFormat("en", { style: "currency", currency })
    digits = format.resolvedOptions().maximumFractionDigits ?? 2
    digitsByCurrency.set(currency, digits)
  }
  return digits
}

/** The amount in major units (euros, not cents), for display and for features only: never add these up. */
export function majorUnits(money: Money): number {
  return money.minor / 10 ** currencyDigits(money.currency)
}
