import { send } from "../../src/messaging/messenger"
import { Button } from "../../src/ui/button"
import { ErrorNotice } from "../../src/ui/error-notice"
import { useCommand } from "../../src/ui/use-command"
import { words } from "../../src/ui/words"

/** Analyses the page in front of this window. What comes of it is in the store. */
export function AnalyseButton() {
  const { run, busy, error } = useCommand()
  const analyse = () =>
    run(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      if (tab?.id !== undefined) await send("panel:analyse-tab", { tabId: tab.id })
    })
  return (
    <>
      <div className="row">
        <Button main busy={busy} onPress={analyse}>
          {words.listing.analyse}
        </Button>
      </div>
      <p className="soft small">{words.listing.analyseHelp}</p>
      <ErrorNotice error={error} />
    </>
  )
}
