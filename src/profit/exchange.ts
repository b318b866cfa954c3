import type { ExchangeRate } from "../domain/listing-settings"
import type { Money } from "../domain/money"
import { convert, type Decimal, quotient } from "./decimal"

/** The rate that an amount was turned at: one `from` was `rate` of `to` on the day `on`. */
export type UsedRate = { from: string; to: string; rate: Decimal; on: string }
export type Exchanged = { money: Money; used?: UsedRate }
/** An amount in another currency, with the rate that was used; undefined where no rate is known. */
export type Exchange = (money: Money, to: string) => Exchanged | undefined

type Quotes = Map<string, Map<string, { rate: Decimal; on: string }>>

/** The newest rate of each pair that is no later than `day`, both ways; a rate as it was given comes before one turned around. */
function quotesOf(rates: ExchangeRate[], day: string): Quotes {
  const quotes: Quotes = new Map()
  const keep = (from: string, to: string, rate: Decimal, on: string) => {
    const own = quotes.get(from) ?? new Map()
    const before = own.get(to)
    if (!before || before.on < on) own.set(to, { rate, on })
    quotes.set(from, own)
  }
  const known = rates.filter(({ on, rate }) => on <= day && Number(rate) > 0)
  for (const { from, to, rate, on } of known) keep(from, to, rate, on)
  for (const { from, to, rate, on } of known) keep(to, from, quotient("1", rate), on)
  return quotes
}

/** Through a third currency, as the European Central Bank quotes all in euros; as old as the older of the two. */
function crossed(quotes: Quotes, from: string, to: string) {
  return [...(quotes.get(from) ?? [])]
    .flatMap(([bridge, first]) => {
      const [then, back] = [quotes.get(bridge)?.get(to), quotes.get(bridge)?.get(from)]
      if (!then || !back) return []
      const [older = ""] = [then.on, first.on].toSorted()
      return [{ rate: quotient(then.rate, back.rate), on: older }]
    })
    .toSorted((a, b) => b.on.localeCompare(a.on))[0]
}

/** Exchange at the newest stored rates of a day (ISO date) or before it; a later rate is never used. */
export function exchangeOn(rates: ExchangeRate[], day: string): Exchange {
  const quotes = quotesOf(rates, day)
  return (money, to) => {
    const from = money.currency
    if (from === to) return { money }
    const found = quotes.get(from)?.get(to) ?? crossed(quotes, from, to)
    return found && { money: convert(money, to, found.rate), used: { from, to, ...found } }
  }
}

/** No rate is known: amounts stay in their own currency. */
export const noExchange: Exchange = exchangeOn([], "")
