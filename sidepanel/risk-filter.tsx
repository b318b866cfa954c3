import { useId } from "react"
import { Button } from "../src/ui/button"
import { type RiskSort, riskSorts } from "../src/ui/risk-rows"
import { words } from "../src/ui/words"

type Props = {
  decided: boolean
  counts: { open: number; decided: number }
  sort: RiskSort
  onDecided: (decided: boolean) => void
  onSort: (sort: RiskSort) => void
}

const names: Record<RiskSort, string> = {
  importance: words.risk.byImportance,
  date: words.risk.byDate,
  amount: words.risk.byAmount
}

export function RiskFilter({ decided, counts, sort, onDecided, onSort }: Props) {
  const id = useId()
  return (
    <div className="row spread">
      <fieldset className="row plain" aria-label={words.risk.show}>
        <Button pressed={!decided} onPress={() => onDecided(false)}>
          {words.risk.open} ({words.format.count(counts.open)})
        </Button>
        <Button pressed={decided} onPress={() => onDecided(true)}>
          {words.risk.decided} ({words.format.count(counts.decided)})
        </Button>
      </fieldset>
      <span className="row">
        <label htmlFor={id}>{words.risk.sort}</label>
        <select
          id={id}
          className="select"
          value={sort}
          onChange={({ target }) => {
            const chosen = riskSorts.find((one) => one === target.value)
            if (chosen) onSort(chosen)
          }}
        >
          {riskSorts.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
