import type { RiskRow } from "../src/ui/risk-rows"
import { words } from "../src/ui/words"
import { AmountChart } from "./amount-chart"
import { ClaimShield } from "./claim-shield"
import { OrderFacts } from "./order-facts"
import { OrderMessages } from "./order-messages"
import { RiskAdvice } from "./risk-advice"
import { RiskReasons } from "./risk-reasons"
import { SimilarOrders } from "./similar-orders"

/** Why an order stands out, with every number that the claim rests on, and what to do about it. */
export function RiskDetails({ row }: { row: RiskRow }) {
  const { insight, order } = row
  return (
    <>
      <p>
        {words.risk.unusualThan(insight.percentile, insight.basis)}{" "}
        {words.riskMore.probability(insight.probability)}{" "}
        <span className="soft small">{words.riskMore.probabilityBasis}</span>
      </p>
      <RiskReasons insight={insight} />
      {insight.similar && <SimilarOrders ids={insight.similar} />}
      <OrderMessages orderId={row.orderId} />
      <RiskAdvice row={row} />
      {order && <ClaimShield row={row} order={order} />}
      {order ? <OrderFacts order={order} /> : <p className="soft">{words.risk.noOrder}</p>}
      {order?.total && <AmountChart order={order} total={order.total} />}
    </>
  )
}
