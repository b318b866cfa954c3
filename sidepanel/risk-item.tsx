import { orderTime } from "../src/domain/order"
import { Disclosure } from "../src/ui/disclosure"
import { type RiskRow, shopName } from "../src/ui/risk-rows"
import { SeverityBadge } from "../src/ui/severity-badge"
import { words } from "../src/ui/words"
import { RiskDetails } from "./risk-details"
import { type OnMoved, VerdictButtons } from "./verdict-buttons"

function Summary({ row: { nativeId, order, insight } }: { row: RiskRow }) {
  return (
    <>
      <span className="row">
        <SeverityBadge severity={insight.severity} />
        <h2 className="item-title break">{words.risk.order(nativeId)}</h2>
        <span className="amount">
          {order?.total ? words.format.money(order.total) : words.attention.noAmount}
        </span>
      </span>
      {order && (
        <span className="soft small break">
          {shopName(order.account)} · {words.format.moment(orderTime(order))}
        </span>
      )}
    </>
  )
}

/** One flagged order: what, the first reason, the verdict; reasons and numbers on demand. */
export function RiskItem({ row, onMoved }: { row: RiskRow; onMoved: OnMoved }) {
  const [reason] = row.insight.reasons
  return (
    <li className="card">
      <Summary row={row} />
      <p className="soft small">{words.riskMore.kind[row.insight.risk]}</p>
      {reason && <p className="break">{words.reason(reason)}</p>}
      <Disclosure summary={words.risk.details} about={words.risk.order(row.nativeId)}>
        {() => <RiskDetails row={row} />}
      </Disclosure>
      <VerdictButtons row={row} onMoved={onMoved} />
    </li>
  )
}
