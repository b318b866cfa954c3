import { useState } from "react"
import { usualMargin } from "../src/domain/listing-settings"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { NumberField } from "../src/ui/number-field"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

/** What amounts count with where a product has no costs of its own: said beside them. */
export function marginText(margin: number | null): string {
  const { assumed, own } = words.recommend.margin
  return margin === null
    ? assumed(words.format.share(usualMargin))
    : own(words.format.share(margin))
}

/** The seller's own share of a price that is left after all costs. */
export function RecommendMargin({ margin }: { margin: number | null }) {
  const { title, label, help, save, saved } = words.recommend.margin
  const [percent, setPercent] = useState(Math.round((margin ?? usualMargin) * 100))
  const [done, setDone] = useState(false)
  const { run, busy, error } = useCommand()
  return (
    <Card title={title}>
      <p className="soft">{marginText(margin)}</p>
      <NumberField label={label} value={percent} onChange={setPercent} min={0} max={100} />
      <p className="soft small">{help}</p>
      <div className="row">
        <Button
          busy={busy}
          onPress={() =>
            run(async () => {
              setDone(false)
              await send("panel:set-margin", { margin: percent / 100 })
              setDone(true)
            })
          }
        >
          {save}
        </Button>
      </div>
      {done && <Notice>{saved}</Notice>}
      <ErrorNotice error={error} />
    </Card>
  )
}
