import { useEffect, useState } from "react"
import type { SiteState } from "../src/messaging/protocol"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { Dialog } from "../src/ui/dialog"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { Progress } from "../src/ui/progress"
import { allowedSites, removeSite } from "../src/ui/sites"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

const hostOf = ({ origin }: SiteState) => origin.replace(/^[^/]+\/\//, "")

/** The sites that may be read, each with a way to stop. */
export function SitesCard() {
  const { run, busy, error } = useCommand()
  const [sites, setSites] = useState<SiteState[]>()
  const [asked, setAsked] = useState<SiteState>()
  const [said, say] = useState("")
  const [first] = useState(() => run)
  useEffect(() => first(async () => setSites(await allowedSites())), [first])
  const remove = (site: SiteState) =>
    run(async () => {
      const removed = await removeSite(site.origin)
      say(removed ? words.data.removed(hostOf(site)) : words.data.notRemoved(hostOf(site)))
      setSites(await allowedSites())
    })
  return (
    <Card title={words.data.sites}>
      {!sites && busy && <Progress label={words.data.sitesLoading} />}
      {sites?.length === 0 && <p className="soft">{words.data.noSites}</p>}
      <ul className="items">
        {sites?.map((site) => (
          <li key={site.origin} className="row spread">
            <span className="break">{site.origin}</span>
            <Button
              busy={busy}
              label={words.data.removeLabel(hostOf(site))}
              onPress={() => setAsked(site)}
            >
              {words.data.remove}
            </Button>
          </li>
        ))}
      </ul>
      {said && <Notice>{said}</Notice>}
      <ErrorNotice error={error} />
      {asked && (
        <Dialog
          title={words.data.removeTitle(hostOf(asked))}
          confirm={words.data.remove}
          cancel={words.data.cancel}
          onConfirm={() => remove(asked)}
          onClose={() => setAsked(undefined)}
        >
          {words.data.removeText}
        </Dialog>
      )}
    </Card>
  )
}
