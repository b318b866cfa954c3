import type { SiteState } from "../src/messaging/protocol"
import { Notice } from "../src/ui/notice"
import { readingText } from "../src/ui/reading-text"
import { accountOf, isOfHost } from "../src/ui/risk-rows"
import { useHistory } from "../src/ui/use-history"
import { useRiskRows } from "../src/ui/use-risk-rows"
import { useStore } from "../src/ui/use-store"
import { marketplaceName, words } from "../src/ui/words"

/** Marketplace and host, whether it is read, how the newest reading went, and how many orders need a check. */
export function SiteSummary({ site }: { site: SiteState }) {
  const { host } = new URL(site.origin)
  const reading = useStore(
    async (db) => {
      const readings = await db.readings.orderBy("readAt").reverse().toArray()
      return readings.find(({ account }) => isOfHost(account, host)) ?? null
    },
    [host]
  )
  const rows = useRiskRows()
  const history = useHistory()
  const told = reading && readingText(words, reading)
  const open = rows?.filter((row) => !row.decided && isOfHost(accountOf(row.orderId), host)).length
  // "none" is a claim only once all orders are compared
  const tellsOpen = open !== undefined && (open > 0 || history?.state === "ready")
  return (
    <>
      <p className="break">
        <strong>{marketplaceName(site.marketplace)}</strong> <span className="soft">{host}</span>
      </p>
      <p className="soft">{site.allowed ? words.site.reading : words.site.notReading}</p>
      {reading === null && site.allowed && <p>{words.site.neverRead}</p>}
      {told && (
        <Notice tone={told.good ? "good" : "warning"}>
          <p>{told.text}</p>
          {told.help && <p>{told.help}</p>}
          <p className="soft small">{words.format.moment(reading.readAt)}</p>
        </Notice>
      )}
      {reading && tellsOpen && <p>{words.site.flagged(open)}</p>}
    </>
  )
}
