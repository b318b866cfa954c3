import { claimRules, deadline } from "../src/domain/claim-rules"
import { send } from "../src/messaging/messenger"
import type { ClaimCase } from "../src/store/risk"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { ErrorNotice } from "../src/ui/error-notice"
import { evidenceFile, saveFile } from "../src/ui/evidence"
import { nativeIdOf, type RiskRow, riskRows } from "../src/ui/risk-rows"
import { useCommand } from "../src/ui/use-command"
import { useStore } from "../src/ui/use-store"
import { marketplaceName, words } from "../src/ui/words"
import { ClaimRuleList } from "./claim-rule-list"

type OpenClaim = { claim: ClaimCase; row?: RiskRow; order?: RiskRow["order"]; next: number }

const marketplaceOf = (orderId: string) => orderId.split(":")[0] ?? ""

/** The first deadline that is still to come; claims without one stand last. */
function nextDeadline({ orderId, openedAt }: ClaimCase): number {
  const times = claimRules(marketplaceOf(orderId), "claim").flatMap(
    (rule) => deadline(rule, openedAt) ?? []
  )
  return Math.min(...times.filter((at) => at >= Date.now()), Number.POSITIVE_INFINITY)
}

/** Every open claim with its order and flag, the most pressing first. */
function useClaims(): OpenClaim[] | undefined {
  return useStore(async (db) => {
    const claims = await db.claimCases.toArray()
    const ids = claims.map(({ orderId }) => orderId)
    const [orders, insights, feedback] = await Promise.all([
      db.orders.bulkGet(ids),
      db.insights.bulkGet(ids.map((id) => `order-risk:${id}`)),
      db.feedback.bulkGet(ids)
    ])
    return claims
      .map((claim, i): OpenClaim => {
        const insight = insights[i]
        const order = orders[i]
        const [row] =
          insight?.kind === "order-risk" ? riskRows([insight], [order], [feedback[i]]) : []
        return { claim, next: nextDeadline(claim), ...(order && { order }), ...(row && { row }) }
      })
      .sort((a, b) => a.next - b.next)
  })
}

function ClaimItem({ claim, order, row }: OpenClaim) {
  const { claims: text } = words.riskMore
  const command = useCommand()
  const { orderId } = claim
  const name = words.risk.order(nativeIdOf(orderId))
  return (
    <li className="item stack">
      <strong className="break">
        {name}, {marketplaceName(marketplaceOf(orderId))}
      </strong>
      <p>
        {text.kind[claim.claim]}. {text.opened(claim.openedAt)}.
      </p>
      <ClaimRuleList rules={claimRules(marketplaceOf(orderId), "claim")} from={claim.openedAt} />
      <div className="row">
        {order && (
          <Button
            label={`${text.evidence}: ${name}`}
            onPress={() => saveFile(evidenceFile(words, { order, claim, ...(row && { row }) }))}
          >
            {text.evidence}
          </Button>
        )}
        <Button
          busy={command.busy}
          label={`${text.close}: ${name}`}
          onPress={() =>
            command.run(async () => {
              await send("panel:close-claim", { orderId })
            })
          }
        >
          {text.close}
        </Button>
      </div>
      <ErrorNotice error={command.error} />
    </li>
  )
}

/** All open claims in one list: those that pages showed and those that the seller entered, with what is due when. */
export function ClaimsCard() {
  const found = useClaims()
  const { claims: text } = words.riskMore
  if (!found) return null
  return (
    <Card title={text.title}>
      {found.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="items">
        {found.map((one) => (
          <ClaimItem key={one.claim.orderId} {...one} />
        ))}
      </ul>
    </Card>
  )
}
