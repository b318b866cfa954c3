import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import { Card } from "../../src/ui/card"
import { words } from "../../src/ui/words"
import { SuggestedText } from "./suggested-text"
import { WriterDraft } from "./writer-draft"

/** Texts within the rules as a difference to what is there, to copy. */
export function SuggestionsCard({ analysis }: { analysis: ListingAnalysis }) {
  const { suggestions, title } = analysis
  if (suggestions.length === 0) return null
  return (
    <Card title={words.listing.suggestions}>
      <p className="soft small">{words.listing.suggestionsHelp}</p>
      <ul className="items">
        {suggestions.map(({ field, index, now, better }) => (
          <li key={`${field} ${index}`} className="item stack">
            <h3>
              {field === "bullets" || field === "tags"
                ? words.listing.item(words.fieldNames[field], index + 1)
                : words.fieldNames[field]}
            </h3>
            <SuggestedText now={now} better={better} />
          </li>
        ))}
      </ul>
      {suggestions.some(({ field }) => field === "title") && (
        <WriterDraft analysis={analysis} now={title} />
      )}
    </Card>
  )
}
