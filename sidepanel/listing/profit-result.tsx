import type { Fee } from "../../src/domain/fee"
import type { SellingCosts } from "../../src/domain/selling-costs"
import type { Exchange } from "../../src/profit/exchange"
import type { Fees } from "../../src/profit/fees"
import { breakEvenPrice, profitOf } from "../../src/profit/profit"
import { Notice } from "../../src/ui/notice"
import { words } from "../../src/ui/words"
import { RateLine } from "./rate-line"

const { profit } = words.listing
const { format } = words

/** The share of the price by which a marketplace lives; without it the sum of fees is too small. */
const commissions = new Set<Fee["name"]>(["referral", "final-value", "transaction", "other"])

/** What was charged, at which rate and by whose word, and what is missing in the sum. */
function FeeList({ fees: { charged, unpriced } }: { fees: Fees }) {
  const hasCommission = [...charged.map(({ fee }) => fee), ...unpriced].some(({ name }) =>
    commissions.has(name)
  )
  return (
    <>
      {!hasCommission && <p className="soft small">{profit.noFees}</p>}
      <ul className="reasons small">
        {charged.map(({ fee, amount, used }) => (
          <li key={fee.id} className="break">
            {profit.fee[fee.name]}: {format.money(amount)}{" "}
            <span className="soft">
              ({profit.feeSource(fee.source, fee.validFrom ? format.day(fee.validFrom) : undefined)}
              )
            </span>
            {used && <RateLine used={used} />}
          </li>
        ))}
        {unpriced.map((fee) => (
          <li key={fee.id} className="break">
            {profit.unpriced(profit.fee[fee.name])} <span className="soft">({fee.source})</span>
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = {
  costs: SellingCosts
  marketplace: string
  day: string
  ownFees: Fee[]
  exchange: Exchange
}

/** The lines of one sale, with the fees and exchange rates that apply, their dates and sources. */
export function ProfitResult({ costs, marketplace, day, ownFees, exchange }: Props) {
  const plan = { ...costs, marketplace, ownFees }
  const result = profitOf(plan, day, exchange)
  if (!result) {
    const { price, productCost } = costs
    return <Notice tone="warning">{profit.noRate(productCost.currency, price.currency)}</Notice>
  }
  const even = breakEvenPrice(plan, day, exchange)
  const share = (value: number | undefined) =>
    value === undefined ? profit.none : format.share(value)
  const told: [string, string][] = [
    [profit.profit, format.money(result.profit)],
    [profit.margin, share(result.margin)],
    [profit.roi, share(result.roi)],
    [profit.breakEven, even ? format.money(even) : profit.never]
  ]
  return (
    <>
      <dl className="facts" aria-live="polite">
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{profit.step}</th>
            <th scope="col">{profit.amount}</th>
          </tr>
        </thead>
        <tbody>
          {result.lines
            .filter(({ amount }) => amount.minor !== 0)
            .map(({ name, amount }) => (
              <tr key={name}>
                <td>{profit.line[name]}</td>
                <td>{format.money(amount)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {result.used && <RateLine used={result.used} />}
      <FeeList fees={result.fees} />
    </>
  )
}
