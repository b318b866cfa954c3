import { currencyDigits } from "../domain/currency-digits"
import type { Money } from "../domain/money"
import { isCurrencySign } from "./money-text"

/**
 * Money of a page's own state, where amounts are whole numbers of a fixed fraction: cents (scale 100, also for yen where
 * the marketplace says so) or Shopee's hundred-thousandths (scale 100,000). Null where it is not a whole amount of the
 * currency's own minor unit, or no amount at all.
 */
export function scaledMoney(amount: unknown, scale: number, currency: unknown): Money | null {
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency) || !isCurrencySign(currency))
    return null
  const value = typeof amount === "string" && /^-?\d{1,18}$/.test(amount) ? Number(amount) : amount
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return null
  const minor = (value * 10 ** currencyDigits(currency)) / scale
  return Number.isSafeInteger(minor) ? { minor, currency } : null
}
