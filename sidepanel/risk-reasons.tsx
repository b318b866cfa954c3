import { factText } from "../locales/reason-text"
import type { OrderRisk, Reason } from "../src/domain/insight"
import { placeOf } from "../src/domain/reason-places"
import { words } from "../src/ui/words"

function ReasonItem({ reason, share }: { reason: Reason; share?: boolean }) {
  const { riskMore, risk } = words
  return (
    <li className="break">
      {words.reason(reason)}{" "}
      <span className="soft small">
        {riskMore.from(riskMore.place[placeOf(reason.code)])}
        {share && ` ${risk.shareOfScore(reason.weight)}`}
      </span>
    </li>
  )
}

/** Why an order stands out and what speaks for it, each with its numbers and the place that they stand in. */
export function RiskReasons({ insight }: { insight: OrderRisk }) {
  const { risk, riskMore } = words
  const decisive = insight.reasons.find(({ code }) => code === insight.decisive)
  return (
    <>
      <h3>{risk.reasons}</h3>
      <ul className="reasons">
        {insight.reasons.map((reason) => (
          <ReasonItem key={reason.code} reason={reason} share />
        ))}
      </ul>
      <p>{decisive ? riskMore.decisive(words.reason(decisive)) : riskMore.noDecisive}</p>
      {insight.instead && (
        <ul className="reasons">
          {insight.instead.map((one) => (
            <li key={one.field} className="break">
              {riskMore.instead[one.field](factText(one.value, words.format))}
            </li>
          ))}
        </ul>
      )}
      <h3>{riskMore.against}</h3>
      {insight.against.length === 0 && <p className="soft">{riskMore.noneAgainst}</p>}
      <ul className="reasons">
        {insight.against.map((reason) => (
          <ReasonItem key={reason.code} reason={reason} />
        ))}
      </ul>
    </>
  )
}
