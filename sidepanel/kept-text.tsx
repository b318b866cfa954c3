import { useState } from "react"
import { type BuyerTexts, buyerTextKinds } from "../src/domain/buyer-text"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Notice } from "../src/ui/notice"
import { TextField } from "../src/ui/text-field"
import type { Command } from "../src/ui/use-command"
import { words } from "../src/ui/words"

const text = words.protection

/** The buyer text that is kept of one order; nothing of it stays on the screen when another is asked for. */
export function KeptText({ run, busy }: Command) {
  const [number, setNumber] = useState("")
  const [found, setFound] = useState<{ locked: boolean; texts: BuyerTexts }>()
  const look = () =>
    run(async () => {
      setFound(undefined)
      setFound(await send("panel:buyer-text", { orderId: number.trim() }))
    })
  const kinds = buyerTextKinds.filter((kind) => found?.texts[kind])
  return (
    <div className="stack">
      <h3>{text.keptTitle}</h3>
      <TextField label={text.keptNumber} value={number} onChange={setNumber} />
      <div className="row">
        <Button busy={busy} onPress={() => number.trim() && look()}>
          {text.keptShow}
        </Button>
      </div>
      <div role="status">
        {found?.locked && <Notice>{text.keptLocked}</Notice>}
        {found && !found.locked && kinds.length === 0 && <Notice>{text.keptNone}</Notice>}
        {found && kinds.length > 0 && (
          <dl className="facts">
            {kinds.map((kind) => (
              <div key={kind}>
                <dt>{text.kinds[kind]}</dt>
                <dd className="break">{found.texts[kind]}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  )
}
