import type { Fee, FeeCategory } from "../domain/fee"
import type { Money } from "../domain/money"
import { type Decimal, negative, part, ratio, sum, taxWithin } from "./decimal"
import { type Exchange, noExchange, type UsedRate } from "./exchange"
import { type Fees, feesOf, refundedFee } from "./fees"

/** One sale as the seller plans it. Costs may be in another currency than the price. */
export type Plan = {
  marketplace: string
  store: string
  category?: FeeCategory | undefined
  /** What the buyer pays, tax included where `taxIncluded`. */
  price: Money
  shippingPaidByBuyer: Money
  taxRate: Decimal
  taxIncluded: boolean
  /** Of one piece, at the seller's door, import duty included. */
  productCost: Money
  shippingCost: Money
  /** Packing, storage and whatever else each sale costs. */
  otherCost: Money
  /** Advertising as a share of the net price. */
  adRate: Decimal
  /** Share of orders that come back, what each costs to take back, and the share that can be sold again. */
  returnRate: Decimal
  returnCost: Money
  resaleRate: Decimal
  ownFees: Fee[]
}

/** What makes up the profit, each with a name in `locales/`; a cost is negative. */
export const profitLines = [
  "price",
  "shipping-paid",
  "tax",
  "fees",
  "product",
  "shipping",
  "other",
  "ads",
  "refunds",
  "returns",
  "resale"
] as const
export type ProfitLine = { name: (typeof profitLines)[number]; amount: Money }

export type Profit = {
  lines: ProfitLine[]
  fees: Fees
  /** The rate at which the costs were turned into the currency of the price, where they differ. */
  used?: UsedRate
  /** The sum of the lines, exact to the minor unit. */
  profit: Money
  /** Profit ÷ what the seller gets without tax; undefined of nothing. */
  margin: number | undefined
  /** Profit ÷ what the seller lays out for product and shipping. */
  roi: number | undefined
}

const costs = ["productCost", "shippingCost", "otherCost", "returnCost"] as const
type Costs = Pick<Plan, (typeof costs)[number]>

/** The costs in the currency of the price; undefined where an exchange rate is missing. */
function costsIn(
  plan: Plan,
  currency: string,
  exchange: Exchange
): { costs: Costs; used?: UsedRate } | undefined {
  const told = {} as Costs
  let used: UsedRate | undefined
  for (const name of costs) {
    const exchanged = exchange(plan[name], currency)
    if (!exchanged) return undefined
    told[name] = exchanged.money
    used ??= exchanged.used
  }
  return { costs: told, ...(used && { used }) }
}

const amountsOf = <T extends { amount: Money }>(list: T[]) => list.map(({ amount }) => amount)

/**
 * Expected profit of one sale on a day (ISO date), in the currency of the price. Returned orders bring their price and
 * the fees that are not kept back, cost `returnCost`, and are sold again at product cost by `resaleRate`. Each line is
 * rounded once. Undefined where the costs are in another currency and no rate is known.
 */
export function profitOf(
  plan: Plan,
  day: string,
  exchange: Exchange = noExchange
): Profit | undefined {
  const { price, shippingPaidByBuyer, taxRate, taxIncluded, returnRate } = plan
  const { currency } = price
  const turned = costsIn(plan, currency, exchange)
  if (!turned) return undefined
  const { productCost, shippingCost, otherCost, returnCost } = turned.costs
  const paid = sum(currency, [price, shippingPaidByBuyer])
  const tax = taxIncluded ? taxWithin(paid, taxRate) : part(paid, taxRate)
  const net = taxIncluded ? sum(currency, [paid, negative(tax)]) : paid
  const { marketplace, store, category, ownFees } = plan
  const sale = {
    marketplace,
    store,
    category,
    item: price,
    shipping: shippingPaidByBuyer,
    tax: { amount: tax, included: taxIncluded }
  }
  const fees = feesOf(sale, day, ownFees, exchange)
  const givenBack = fees.charged.map((fee) => refundedFee(fee, exchange))
  const refund = sum(currency, [net, negative(sum(currency, givenBack))])
  const lines: ProfitLine[] = [
    { name: "price", amount: price },
    { name: "shipping-paid", amount: shippingPaidByBuyer },
    { name: "tax", amount: taxIncluded ? negative(tax) : { minor: 0, currency } },
    { name: "fees", amount: negative(sum(currency, amountsOf(fees.charged))) },
    { name: "product", amount: negative(productCost) },
    { name: "shipping", amount: negative(shippingCost) },
    { name: "other", amount: negative(otherCost) },
    { name: "ads", amount: negative(part(net, plan.adRate)) },
    { name: "refunds", amount: negative(part(refund, returnRate)) },
    { name: "returns", amount: negative(part(returnCost, returnRate)) },
    { name: "resale", amount: part(part(productCost, returnRate), plan.resaleRate) }
  ]
  const profit = sum(currency, amountsOf(lines))
  return {
    lines,
    fees,
    ...(turned.used && { used: turned.used }),
    profit,
    margin: ratio(profit, net),
    roi: ratio(profit, sum(currency, [productCost, shippingCost]))
  }
}

/** No price of a marketplace is above this many minor units. */
const highest = 2 ** 40

/**
 * A price, to the minor unit, at which a sale loses nothing while one unit less loses; undefined when no price does.
 * Fees have steps and minimums, so it is searched, not solved; at a step there may be two such prices.
 */
export function breakEvenPrice(
  plan: Plan,
  day: string,
  exchange: Exchange = noExchange
): Money | undefined {
  const { currency } = plan.price
  const gain = (minor: number) =>
    profitOf({ ...plan, price: { minor, currency } }, day, exchange)?.profit.minor ?? -1
  if (gain(highest) < 0) return undefined
  let [low, high] = [0, highest]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (gain(middle) >= 0) high = middle
    else low = middle + 1
  }
  return { minor: low, currency }
}
