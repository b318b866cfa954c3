import { useEffect, useState } from "react"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Notice } from "../src/ui/notice"
import type { Command } from "../src/ui/use-command"
import { words } from "../src/ui/words"

const text = words.protection

/** Asks before a clock that jumped years ahead deletes what is due by it. */
export function ClockNotice({ run, busy }: Command) {
  const [doubt, setDoubt] = useState<number>()
  const [first] = useState(() => run)
  useEffect(
    () =>
      first(async () => {
        const { doubtful, latest } = await send("panel:clock", {})
        setDoubt(doubtful ? latest : undefined)
      }),
    [first]
  )
  if (doubt === undefined) return null
  const trust = () =>
    run(async () => {
      await send("panel:trust-clock", {})
      setDoubt(undefined)
    })
  return (
    <Notice tone="warning">
      <p>{text.clock(words.format.moment(Date.now()), words.format.moment(doubt))}</p>
      <Button busy={busy} onPress={trust}>
        {text.clockRight}
      </Button>
    </Notice>
  )
}
