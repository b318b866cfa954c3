import { useState } from "react"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"
import type { ActiveTab } from "./use-active-tab"

/** One click on any product page: the side panel opens, the answer comes there. */
export function AnalysePage({ tab }: { tab: ActiveTab }) {
  const { run, busy, error } = useCommand()
  const [said, say] = useState("")
  const analyse = () =>
    run(async () => {
      // the browser opens it only in the click itself, so before anything else is awaited
      const opened = chrome.sidePanel.open({ windowId: tab.windowId })
      say(words.listing.started)
      const { found } = await send("panel:analyse-tab", { tabId: tab.id })
      await opened
      if (!found) say(`${words.listing.none} ${words.listing.noneHelp}`)
    })
  return (
    <Card title={words.listing.title}>
      <div className="row">
        <Button busy={busy} onPress={analyse}>
          {words.listing.analyse}
        </Button>
      </div>
      {said && error === undefined && <Notice>{said}</Notice>}
      <ErrorNotice error={error} />
    </Card>
  )
}
