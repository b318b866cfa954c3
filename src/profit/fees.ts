import type { Fee, FeeCategory } from "../domain/fee"
import type { Money } from "../domain/money"
import { holdsOn } from "./dated"
import { part } from "./decimal"
import { type Exchange, noExchange, type UsedRate } from "./exchange"
import { shippedFees } from "./fee-tables"

export type Sale = {
  marketplace: string
  store: string
  /** The marketplace's kind of goods; undefined: its general fees. */
  category?: FeeCategory | undefined
  /** What the buyer pays for the item, tax included where the store shows prices with it. */
  item: Money
  /** What the buyer pays for shipping, tax included. */
  shipping: Money
  /** The tax in item and shipping, or on top of them. */
  tax: { amount: Money; included: boolean }
}

export type ChargedFee = { fee: Fee; amount: Money; used?: UsedRate }
export type Fees = {
  charged: ChargedFee[]
  /** Fees in another currency for which no exchange rate is known: they are in no sum. */
  unpriced: Fee[]
}

/** What a fee's rate is of, in minor units of the sale's currency. */
function baseOf(fee: Fee, { item, shipping, tax }: Sale): number {
  const shown = item.minor + shipping.minor
  const bases = {
    item: item.minor,
    "item-and-shipping": shown - (tax.included ? tax.amount.minor : 0),
    total: shown + (tax.included ? 0 : tax.amount.minor)
  }
  return bases[fee.of ?? "total"]
}

const amounts = ["fixed", "minimum", "above", "upTo", "partAbove", "partUpTo"] as const
type Amounts = Partial<Record<(typeof amounts)[number], number>>

/** The fee's amounts in the sale's currency; undefined where one of them cannot be turned into it. */
function inSale(
  fee: Fee,
  currency: string,
  exchange: Exchange
): { amounts: Amounts; used?: UsedRate } | undefined {
  const told: Amounts = {}
  let used: UsedRate | undefined
  for (const name of amounts) {
    const money = fee[name]
    if (!money) continue
    const exchanged = exchange(money, currency)
    if (!exchanged) return undefined
    told[name] = exchanged.money.minor
    used ??= exchanged.used
  }
  return { amounts: told, ...(used && { used }) }
}

/** The fee of one sale in minor units; undefined when it is for sales of another size. */
function amountOf(fee: Fee, base: number, currency: string, of: Amounts): number | undefined {
  if (of.above !== undefined && base <= of.above) return undefined
  if (of.upTo !== undefined && base > of.upTo) return undefined
  const rated = Math.max(0, Math.min(base, of.partUpTo ?? base) - (of.partAbove ?? 0))
  const share = fee.rate === undefined ? 0 : part({ minor: rated, currency }, fee.rate).minor
  return Math.max(share, of.minimum ?? 0) + (of.fixed ?? 0)
}

const sameKind = (a: Fee, b: Fee) => a.name === b.name && a.marketplace === b.marketplace

/** Of a seller's rows for the same thing, the one that began last. */
function newest(own: Fee[]): Fee[] {
  const what = (fee: Fee) => [fee.marketplace, fee.name, fee.category, fee.stores].join()
  return own.filter(
    (fee) =>
      !own.some((one) => what(one) === what(fee) && (one.validFrom ?? "") > (fee.validFrom ?? ""))
  )
}

/**
 * What the marketplace keeps of one sale on a day (ISO date). The seller's rows win over ours of the same name, and
 * rows for the sale's category over general ones.
 */
export function feesOf(
  sale: Sale,
  day: string,
  own: Fee[] = [],
  exchange: Exchange = noExchange
): Fees {
  const { currency } = sale.item
  const fits = (fee: Fee) =>
    fee.marketplace === sale.marketplace &&
    holdsOn(fee, day) &&
    (!fee.stores || fee.stores.includes(sale.store)) &&
    (fee.category === undefined || fee.category === sale.category)
  const mine = newest(own.filter(fits))
  const rows = [
    ...mine,
    ...shippedFees.filter((fee) => fits(fee) && !mine.some((one) => sameKind(one, fee)))
  ]
  const special = rows.filter(({ category }) => category !== undefined)
  const fees: Fees = { charged: [], unpriced: [] }
  for (const fee of rows) {
    if (fee.category === undefined && special.some((one) => sameKind(one, fee))) continue
    const told = inSale(fee, currency, exchange)
    if (!told) fees.unpriced.push(fee)
    const minor = told && amountOf(fee, baseOf(fee, sale), currency, told.amounts)
    if (minor === undefined || minor === 0) continue
    fees.charged.push({
      fee,
      amount: { minor, currency },
      ...(told?.used && { used: told.used })
    })
  }
  return fees
}

/** What of a fee comes back when the order is returned. */
export function refundedFee({ fee, amount }: ChargedFee, exchange: Exchange): Money {
  if (fee.kept) return { ...amount, minor: 0 }
  if (fee.keptRate === undefined) return amount
  const most = fee.keptMost && exchange(fee.keptMost, amount.currency)?.money.minor
  const kept = Math.min(part(amount, fee.keptRate).minor, most ?? Number.POSITIVE_INFINITY)
  return { ...amount, minor: amount.minor - kept }
}
