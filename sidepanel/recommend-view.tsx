import { useRef, useState } from "react"
import { majorUnits } from "../src/domain/money"
import { Button } from "../src/ui/button"
import { EmptyState } from "../src/ui/empty-state"
import { saveFile } from "../src/ui/save-file"
import {
  type SuggestionGroup,
  selectSuggestions,
  suggestionRows,
  suggestionsCsv
} from "../src/ui/suggestion-rows"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"
import { LearntNotice } from "./learnt-notice"
import { ProductLookup } from "./product-lookup"
import { RecommendFilter } from "./recommend-filter"
import { RecommendItem } from "./recommend-item"
import { marginText, RecommendMargin } from "./recommend-margin"
import { RecommendOutcomes } from "./recommend-outcomes"
import { RecommendQuality } from "./recommend-quality"

const step = 20

/** What to sell with it, to whom again, and what next. */
export function RecommendView() {
  const rows = useStore(suggestionRows)
  const learnt = useStore(async (db) => (await db.learnt.get("recommendation")) ?? null)
  const margin = useStore(async (db) => (await db.listingSettings.get("settings"))?.margin ?? null)
  const [group, setGroup] = useState<SuggestionGroup>("all")
  const [decided, setDecided] = useState(false)
  const [most, setMost] = useState(step)
  const [said, say] = useState("")
  const status = useRef<HTMLParagraphElement>(null)
  if (!rows || learnt === undefined || margin === undefined) return null
  const fitting = selectSuggestions(rows, group, decided)
  const shown = fitting.slice(0, most)
  const decidedCount = rows.filter(({ suggestion }) => suggestion.state !== "open").length
  const onMoved = (text: string) => {
    say(text)
    // the pressed button went with its row
    status.current?.focus()
  }
  const exportCsv = () => {
    const major = (minor: number, currency: string) => majorUnits({ minor, currency })
    const text = suggestionsCsv(fitting, { ...words, ...words.recommend }, major)
    saveFile("portside-suggestions.csv", text, "text/csv")
  }
  return (
    <section className="stack" aria-label={words.recommend.title}>
      <LearntNotice learnt={learnt} />
      {learnt && (
        <>
          <RecommendFilter
            group={group}
            decided={decided}
            counts={{ open: rows.length - decidedCount, decided: decidedCount }}
            onGroup={setGroup}
            onDecided={setDecided}
          />
          <p ref={status} role="status" tabIndex={-1} className="said">
            {said}
          </p>
          {fitting.length === 0 && (
            <EmptyState
              text={decided ? words.recommend.noneDecided : words.recommend.none}
              help={words.recommend.noneHelp}
            />
          )}
          {fitting.length > 0 && (
            <p className="soft small">
              {words.recommend.effectHelp} {marginText(margin)}
            </p>
          )}
          <ul className="items">
            {shown.map((row) => (
              <RecommendItem key={row.suggestion.id} row={row} onMoved={onMoved} />
            ))}
          </ul>
          <div className="row">
            {fitting.length > shown.length && (
              <Button onPress={() => setMost(most + step)}>
                {words.recommend.showMore(Math.min(step, fitting.length - shown.length))}
              </Button>
            )}
            {fitting.length > 0 && (
              <Button onPress={exportCsv}>{words.recommend.exportFile}</Button>
            )}
          </div>
          <RecommendOutcomes measured={learnt.outcomes ?? []} />
          <ProductLookup />
          <RecommendMargin margin={margin} />
          <RecommendQuality quality={learnt.quality} />
        </>
      )}
    </section>
  )
}
