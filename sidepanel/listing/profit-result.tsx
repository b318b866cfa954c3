import type { Fee } from "../../src/domain/fee"
import type { SellingCosts } from "../../src/domain/selling-costs"
import { breakEvenPrice, profitOf } from "../../src/profit/profit"
import { words } from "../../src/ui/words"

const { profit } = words.listing
const { format } = words

type Props = { costs: SellingCosts; marketplace: string; day: string; ownFees: Fee[] }

/** The lines of one sale, with the fees that apply, their dates and sources. */
export function ProfitResult({ costs, marketplace, day, ownFees }: Props) {
  const plan = { ...costs, marketplace, ownFees }
  const result = profitOf(plan, day)
  const even = breakEvenPrice(plan, day)
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
      {result.fees.length === 0 && <p className="soft small">{profit.noFees}</p>}
      <ul className="reasons small">
        {result.fees.map(({ fee, amount }) => (
          <li key={fee.id} className="break">
            {profit.fee[fee.name]}: {format.money(amount)}{" "}
            <span className="soft">({fee.source})</span>
          </li>
        ))}
      </ul>
    </>
  )
}
