import { useState } from "react"
import { Button } from "../src/ui/button"
import { Notice } from "../src/ui/notice"
import type { RiskRow } from "../src/ui/risk-rows"
import { words } from "../src/ui/words"
import { RiskItem } from "./risk-item"
import type { OnMoved } from "./verdict-buttons"

const step = 50

/** The first rows; more by the button, so that a thousand flags open as fast as ten. */
export function RiskList({ rows, onMoved }: { rows: RiskRow[]; onMoved: OnMoved }) {
  const [most, setMost] = useState(step)
  const shown = rows.slice(0, most)
  const hidden = rows.length - shown.length
  return (
    <>
      <ul className="items">
        {shown.map((row) => (
          <RiskItem key={row.insight.id} row={row} onMoved={onMoved} />
        ))}
      </ul>
      {hidden > 0 && (
        <div className="row">
          <Button onPress={() => setMost(most + step)}>
            {words.risk.showMore(Math.min(step, hidden))}
          </Button>
          <Notice>{words.risk.shown(shown.length, rows.length)}</Notice>
        </div>
      )}
    </>
  )
}
