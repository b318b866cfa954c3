import { Card } from "../src/ui/card"
import { EmptyState } from "../src/ui/empty-state"
import { HistoryNotice } from "../src/ui/history-notice"
import { type RiskRow, selectRows } from "../src/ui/risk-rows"
import { SeverityBadge } from "../src/ui/severity-badge"
import { useHistory } from "../src/ui/use-history"
import { useRiskRows } from "../src/ui/use-risk-rows"
import { words } from "../src/ui/words"

const most = 4

function AttentionItem({ row: { nativeId, order, insight } }: { row: RiskRow }) {
  const [reason] = insight.reasons
  return (
    <li className="item">
      <div className="row">
        <SeverityBadge severity={insight.severity} />
        <strong className="break">{words.risk.order(nativeId)}</strong>
        <span className="amount">
          {order?.total ? words.format.money(order.total) : words.attention.noAmount}
        </span>
      </div>
      {reason && <p className="soft break">{words.reason(reason)}</p>}
    </li>
  )
}

/** The open flags of every shop, most important first. */
export function Attention() {
  const rows = useRiskRows()
  const history = useHistory()
  if (!rows || !history) return null
  const open = selectRows(rows, false, "importance")
  return (
    <Card title={words.attention.title}>
      <HistoryNotice history={history} />
      {open.length === 0 && history.state === "ready" && <EmptyState text={words.attention.none} />}
      {open.length > 0 && (
        <ul className="items">
          {open.slice(0, most).map((row) => (
            <AttentionItem key={row.insight.id} row={row} />
          ))}
        </ul>
      )}
      {open.length > most && <p className="soft">{words.attention.more(open.length - most)}</p>}
    </Card>
  )
}
