import { useEffect, useState } from "react"
import { send } from "../src/messaging/messenger"
import type { SiteState } from "../src/messaging/protocol"
import { Card } from "../src/ui/card"
import { ErrorNotice } from "../src/ui/error-notice"
import { Progress } from "../src/ui/progress"
import { words } from "../src/ui/words"
import { AnyPage } from "./any-page"
import { SiteActions } from "./site-actions"
import { SiteSummary } from "./site-summary"
import type { ActiveTab } from "./use-active-tab"

/** The page in front: which shop, how its reading went, and what can be done. */
export function ThisPage({ tab }: { tab: ActiveTab | null }) {
  const [site, setSite] = useState<SiteState | null>()
  const [error, setError] = useState<unknown>()
  const url = tab?.url ?? ""
  useEffect(() => {
    send("panel:site", { url }).then(setSite, setError)
  }, [url])
  const known = tab && site
  return (
    <Card title={words.site.title}>
      <ErrorNotice error={error} />
      {site === undefined && error === undefined && <Progress label={words.site.asking} />}
      {site === null && <AnyPage tab={tab} />}
      {known && <SiteSummary site={site} />}
      {known && (
        <SiteActions
          site={site}
          tabId={tab.id}
          onChange={(allowed) => setSite({ ...site, allowed })}
        />
      )}
    </Card>
  )
}
