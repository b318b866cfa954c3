import type { Order } from "../src/domain/order"
import { send } from "../src/messaging/messenger"
import { allowKey } from "../src/store/risk"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import { useCommand } from "../src/ui/use-command"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

/** Puts the buyer of a fine order on the list of those who are never flagged, and takes it off again. */
export function AllowBuyer({ order }: { order: Order }) {
  const key = allowKey(order)
  const command = useCommand()
  const allowed = useStore(
    async (db) => key !== undefined && (await db.allowed.get(key)) !== undefined,
    [key]
  )
  if (key === undefined || allowed === undefined) return null
  const toggle = () =>
    command.run(async () => {
      await send("panel:allow", { orderId: order.id, allow: !allowed })
    })
  return (
    <>
      <div className="row">
        <Button onPress={toggle} busy={command.busy} pressed={allowed}>
          {allowed ? words.riskMore.allowed : words.riskMore.allow}
        </Button>
      </div>
      <ErrorNotice error={command.error} />
    </>
  )
}
