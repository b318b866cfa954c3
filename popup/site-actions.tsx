import { useState } from "react"
import { send } from "../src/messaging/messenger"
import type { SiteState } from "../src/messaging/protocol"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { allowSite, removeSite } from "../src/ui/sites"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

type Props = { site: SiteState; tabId: number; onChange: (allowed: boolean) => void }

/** Allow, read once, stop: what happened is said where the buttons are. */
export function SiteActions({ site, tabId, onChange }: Props) {
  const command = useCommand()
  const [said, say] = useState("")
  const { host, hostname } = new URL(site.origin)
  const allow = () =>
    command.run(async () => {
      const granted = await allowSite(site.origin)
      say(granted ? "" : words.site.notAllowed)
      if (granted) onChange(true)
    })
  const stop = () =>
    command.run(async () => {
      const removed = await removeSite(site.origin)
      say(removed ? words.site.stopped : words.data.notRemoved(hostname))
      if (removed) onChange(false)
    })
  const readOnce = () =>
    command.run(async () => {
      const { marketplace } = await send("panel:read-tab", { tabId })
      say(marketplace === "" ? words.site.readOnceUnknown : words.site.readOnceStarted)
    })
  return (
    <div className="stack">
      {!site.allowed && (
        <>
          <Button main onPress={allow} busy={command.busy}>
            {words.site.allow(host)}
          </Button>
          <p className="soft small">{words.site.allowHelp}</p>
        </>
      )}
      <div className="row">
        <Button onPress={readOnce} busy={command.busy}>
          {words.site.readOnce}
        </Button>
        {site.allowed && (
          <Button onPress={stop} busy={command.busy}>
            {words.site.stop}
          </Button>
        )}
      </div>
      {said && <Notice>{said}</Notice>}
      <ErrorNotice error={command.error} />
    </div>
  )
}
