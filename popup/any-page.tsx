import { useState } from "react"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { EmptyState } from "../src/ui/empty-state"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { readingText } from "../src/ui/reading-text"
import { isOfHost } from "../src/ui/risk-rows"
import { useCommand } from "../src/ui/use-command"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"
import type { ActiveTab } from "./use-active-tab"

/** How the newest reading of this host by the generic reader went. */
function LastReading({ host }: { host: string }) {
  const reading = useStore(
    async (db) => {
      const readings = await db.readings.orderBy("readAt").reverse().toArray()
      return readings.find(
        ({ account, marketplace }) => marketplace === "generic" && isOfHost(account, host)
      )
    },
    [host]
  )
  if (!reading) return null
  const { text, help, good } = readingText(words, reading)
  return (
    <Notice tone={good ? "good" : "warning"}>
      <p>{text}</p>
      {help && <p>{help}</p>}
      <p className="soft small">{words.format.moment(reading.readAt)}</p>
    </Notice>
  )
}

/** A page without a reader of its own: one click lets the generic reader try. */
export function AnyPage({ tab }: { tab: ActiveTab | null }) {
  const command = useCommand()
  const [said, say] = useState("")
  const url = tab && URL.canParse(tab.url) ? new URL(tab.url) : null
  if (!tab || !url || !/^https?:$/.test(url.protocol)) {
    return <EmptyState text={words.site.unknown} help={words.anyPage.notAPage} />
  }
  const read = () =>
    command.run(async () => {
      const { marketplace } = await send("panel:read-tab", { tabId: tab.id })
      say(marketplace === "" ? words.site.readOnceUnknown : words.site.readOnceStarted)
    })
  return (
    <div className="stack">
      <EmptyState text={words.anyPage.text} help={words.anyPage.help} />
      <Button main onPress={read} busy={command.busy}>
        {words.anyPage.read}
      </Button>
      {said && <Notice>{said}</Notice>}
      <LastReading host={url.host} />
      <ErrorNotice error={command.error} />
    </div>
  )
}
