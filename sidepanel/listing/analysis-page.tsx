import type { ListingStatus } from "../../src/store/database"
import { Notice } from "../../src/ui/notice"
import { Progress } from "../../src/ui/progress"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"
import { AnalyseButton } from "./analyse-button"
import { AnalysisDetails } from "./analysis-details"

/** How the last click went, and the analysis that is looked at. */
export function AnalysisPage({
  status,
  id
}: {
  status: ListingStatus | null
  id: string | undefined
}) {
  const analysis = useStore(
    (db) => (id === undefined ? Promise.resolve(undefined) : db.listingAnalyses.get(id)),
    [id]
  )
  const state = status?.state
  return (
    <>
      <AnalyseButton />
      {state === "reading" && <Progress label={words.listing.reading} />}
      {state === "none" && id === undefined && (
        <Notice tone="warning">
          <p>{words.listing.none}</p>
          <p>{words.listing.noneHelp}</p>
        </Notice>
      )}
      {state === "failed" && id === undefined && (
        <Notice tone="error">
          <p>{words.listing.failed}</p>
          <p>{words.listing.failedHelp}</p>
        </Notice>
      )}
      {analysis && <AnalysisDetails key={analysis.id} analysis={analysis} />}
    </>
  )
}
