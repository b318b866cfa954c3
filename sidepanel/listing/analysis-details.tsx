import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import { marketplaceName, words } from "../../src/ui/words"
import { FindingGroups } from "./finding-groups"
import { LandedCard } from "./landed-card"
import { ProfitCard } from "./profit-card"
import { SalesCard } from "./sales-card"
import { SuggestionsCard } from "./suggestions-card"

function Summary({ analysis }: { analysis: ListingAnalysis }) {
  const { title, marketplace, store, own, at, stake, stakeIs } = analysis
  return (
    <header className="stack">
      <h2 className="break">{title}</h2>
      <p className="soft small">
        {marketplaceName(marketplace)}
        {store && ` · ${words.listing.store(words.format.country(store))}`}
        {" · "}
        <time dateTime={new Date(at).toISOString()}>
          {words.listing.seenAt(words.format.moment(at))}
        </time>
      </p>
      <p className="small">{own ? words.listing.own : words.listing.foreign}</p>
      {stake && stakeIs && (
        <p>
          {words.listing.catalogue.stake}: <strong>{words.format.money(stake)}</strong> (
          {words.listing.catalogue[stakeIs]})
        </p>
      )}
    </header>
  )
}

/** Everything about one listing: what to fix first, then texts, sales, profit. */
export function AnalysisDetails({ analysis }: { analysis: ListingAnalysis }) {
  return (
    <article className="stack">
      <Summary analysis={analysis} />
      <FindingGroups findings={analysis.findings} />
      <SuggestionsCard analysis={analysis} />
      {analysis.own && <SalesCard analysis={analysis} />}
      <ProfitCard analysis={analysis} />
      <LandedCard analysis={analysis} />
    </article>
  )
}
