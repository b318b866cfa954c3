import type { RiskRow } from "../src/ui/risk-rows"
import { words } from "../src/ui/words"
import { AmountChart } from "./amount-chart"
import { OrderFacts } from "./order-facts"

/** Why an order stands out, with every number that the claim rests on. */
export function RiskDetails({ row: { insight, order } }: { row: RiskRow }) {
  return (
    <>
      <p>{words.risk.unusualThan(insight.percentile, insight.basis)}</p>
      <h3>{words.risk.reasons}</h3>
      <ul className="reasons">
        {insight.reasons.map((reason) => (
          <li key={reason.code} className="break">
            {words.reason(reason)}{" "}
            <span className="soft small">{words.risk.shareOfScore(reason.weight)}</span>
          </li>
        ))}
      </ul>
      {order ? <OrderFacts order={order} /> : <p className="soft">{words.risk.noOrder}</p>}
      {order?.total && <AmountChart order={order} total={order.total} />}
    </>
  )
}
