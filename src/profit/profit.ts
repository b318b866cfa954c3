import type { Fee } from "../domain/fee"
import type { Money } from "../domain/money"
import { type Decimal, negative, part, ratio, sum, taxWithin } from "./decimal"
import { type ChargedFee, feesOf } from "./fees"

/** One sale as the seller plans it; all amounts in one currency. */
export type Plan = {
  marketplace: string
  store: string
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
  fees: ChargedFee[]
  /** The sum of the lines, exact to the minor unit. */
  profit: Money
  /** Profit ÷ what the seller gets without tax; undefined of nothing. */
  margin: number | undefined
  /** Profit ÷ what the seller lays out for product and shipping. */
  roi: number | undefined
}

/**
 * Expected profit of one sale on a day (ISO date). Returned orders bring their price and the fees that are not `kept`
 * back, cost `returnCost`, and are sold again at product cost by `resaleRate`. Each line is rounded once.
 */
export function profitOf(plan: Plan, day: string): Profit {
  const { price, shippingPaidByBuyer, taxRate, taxIncluded, productCost, returnRate } = plan
  const { currency } = price
  const paid = sum(currency, [price, shippingPaidByBuyer])
  const tax = taxIncluded ? taxWithin(paid, taxRate) : part(paid, taxRate)
  const net = taxIncluded ? sum(currency, [paid, negative(tax)]) : paid
  const fees = feesOf(
    {
      marketplace: plan.marketplace,
      store: plan.store,
      item: price,
      shipping: shippingPaidByBuyer,
      tax: { amount: tax, included: taxIncluded }
    },
    day,
    plan.ownFees
  )
  const givenBack = fees.filter(({ fee }) => !fee.kept).map(({ amount }) => amount)
  const refund = sum(currency, [net, negative(sum(currency, givenBack))])
  const lines: ProfitLine[] = [
    { name: "price", amount: price },
    { name: "shipping-paid", amount: shippingPaidByBuyer },
    { name: "tax", amount: taxIncluded ? negative(tax) : { minor: 0, currency } },
    {
      name: "fees",
      amount: negative(
        sum(
          currency,
          fees.map(({ amount }) => amount)
        )
      )
    },
    { name: "product", amount: negative(productCost) },
    { name: "shipping", amount: negative(plan.shippingCost) },
    { name: "other", amount: negative(plan.otherCost) },
    { name: "ads", amount: negative(part(net, plan.adRate)) },
    { name: "refunds", amount: negative(part(refund, returnRate)) },
    { name: "returns", amount: negative(part(plan.returnCost, returnRate)) },
    { name: "resale", amount: part(part(productCost, returnRate), plan.resaleRate) }
  ]
  const profit = sum(
    currency,
    lines.map(({ amount }) => amount)
  )
  return {
    lines,
    fees,
    profit,
    margin: ratio(profit, net),
    roi: ratio(profit, sum(currency, [productCost, plan.shippingCost]))
  }
}

/** No price of a marketplace is above this many minor units. */
const highest = 2 ** 40

/**
 * A price, to the minor unit, at which a sale loses nothing while one unit less loses; undefined when no price does.
 * Fees have steps and minimums, so it is searched, not solved; at a step there may be two such prices.
 */
export function breakEvenPrice(plan: Plan, day: string): Money | undefined {
  const { currency } = plan.price
  const gain = (minor: number) =>
    profitOf({ ...plan, price: { minor, currency } }, day).profit.minor
  if (gain(highest) < 0) return undefined
  let [low, high] = [0, highest]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (gain(middle) >= 0) high = middle
    else low = middle + 1
  }
  return { minor: low, currency }
}
