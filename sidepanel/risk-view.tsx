import { useRef, useState } from "react"
import { EmptyState } from "../src/ui/empty-state"
import { HistoryNotice } from "../src/ui/history-notice"
import { type RiskSort, selectRows } from "../src/ui/risk-rows"
import { useHistory } from "../src/ui/use-history"
import { useRiskRows } from "../src/ui/use-risk-rows"
import { words } from "../src/ui/words"
import { ClaimsCard } from "./claims-card"
import { RiskBudget } from "./risk-budget"
import { RiskFilter } from "./risk-filter"
import { RiskList } from "./risk-list"
import { RiskQuality } from "./risk-quality"
import { ShopChanges } from "./shop-changes"
import type { OnMoved } from "./verdict-buttons"

/** Orders to check and orders decided, sorted as the seller likes. */
export function RiskView() {
  const rows = useRiskRows()
  const history = useHistory()
  const [decided, setDecided] = useState(false)
  const [sort, setSort] = useState<RiskSort>("importance")
  const [said, say] = useState("")
  const status = useRef<HTMLParagraphElement>(null)
  if (!rows || !history) return null
  const shown = selectRows(rows, decided, sort)
  const doneCount = rows.filter((row) => row.decided).length
  const onMoved: OnMoved = (nativeId, next) => {
    say(words.risk.moved(nativeId))
    // the pressed button is gone with its row: without this the keyboard starts again at the top
    const target = next ?? status.current
    target?.focus()
  }
  const empty = decided
    ? { text: words.risk.noneDecided, help: words.risk.noneDecidedHelp }
    : { text: words.risk.noneOpen, help: words.risk.noneOpenHelp }
  return (
    <section className="stack" aria-label={words.risk.title}>
      <HistoryNotice history={history} />
      <RiskFilter
        decided={decided}
        counts={{ open: rows.length - doneCount, decided: doneCount }}
        sort={sort}
        onDecided={setDecided}
        onSort={setSort}
      />
      <p ref={status} role="status" tabIndex={-1} className="said">
        {said}
      </p>
      {!decided && shown.length > 0 && <p className="soft">{words.risk.whatToDo}</p>}
      {shown.length === 0 && (decided || history.state === "ready") && <EmptyState {...empty} />}
      {shown.length > 0 && <RiskList key={`${decided} ${sort}`} rows={shown} onMoved={onMoved} />}
      <ClaimsCard />
      <ShopChanges />
      <RiskBudget />
      <RiskQuality />
    </section>
  )
}
