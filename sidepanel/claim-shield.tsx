import { claimRules } from "../src/domain/claim-rules"
import { type Claim, claims, type Order } from "../src/domain/order"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import { evidenceFile, saveFile } from "../src/ui/evidence"
import type { RiskRow } from "../src/ui/risk-rows"
import { useCommand } from "../src/ui/use-command"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"
import { ClaimRuleList } from "./claim-rule-list"

/** Under which conditions the seller is protected, and after a claim its deadlines and the evidence in one file. */
export function ClaimShield({ row, order }: { row: RiskRow; order: Order }) {
  const { claims: text } = words.riskMore
  const command = useCommand()
  const found = useStore(async (db) => (await db.claimCases.get(order.id)) ?? null, [order.id])
  if (found === undefined) return null
  const shipRules = claimRules(order.marketplace, "ship")
  const open = (claim: Claim) =>
    command.run(async () => {
      await send("panel:open-claim", { orderId: order.id, claim, openedAt: Date.now() })
    })
  return (
    <>
      <h3>{found ? text.deadlines : text.shield}</h3>
      {found ? (
        <>
          <p>
            {text.kind[found.claim]}. {text.opened(found.openedAt)}.
          </p>
          <ClaimRuleList rules={claimRules(order.marketplace, "claim")} from={found.openedAt} />
          <p className="soft">{text.evidenceHelp}</p>
        </>
      ) : (
        <ClaimRuleList rules={shipRules} />
      )}
      <p className="soft small">{text.shieldHelp(shipRules[0]?.asOf ?? "")}</p>
      {found ? (
        <div className="row">
          <Button onPress={() => saveFile(evidenceFile(words, { row, order, claim: found }))}>
            {text.evidence}
          </Button>
          <Button
            busy={command.busy}
            onPress={() =>
              command.run(async () => {
                await send("panel:close-claim", { orderId: order.id })
              })
            }
          >
            {text.close}
          </Button>
        </div>
      ) : (
        <fieldset className="row plain">
          <legend>{text.open}</legend>
          {claims.map((claim) => (
            <Button key={claim} busy={command.busy} onPress={() => open(claim)}>
              {text.kind[claim]}
            </Button>
          ))}
        </fieldset>
      )}
      <ErrorNotice error={command.error} />
    </>
  )
}
