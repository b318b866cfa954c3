import { useId, useState } from "react"
import { type AlertBudget, defaultBudget } from "../src/domain/alert-budget"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { useCommand } from "../src/ui/use-command"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

const rates = [0.002, 0.005, 0.01, 0.02, 0.05] as const
const firstCost = { mode: "cost", claimFee: 15, checkCost: 1, margin: 0.3 } as const

function Amount({
  label,
  value,
  onChange
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div className="row spread">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="select"
        type="number"
        min={0}
        max={100_000}
        step="any"
        value={value}
        onChange={({ target }) => {
          if (Number.isFinite(target.valueAsNumber)) onChange(Math.max(0, target.valueAsNumber))
        }}
      />
    </div>
  )
}

function Form({ stored }: { stored: AlertBudget }) {
  const { budget: text } = words.riskMore
  const [budget, setBudget] = useState(stored)
  const [saved, setSaved] = useState(false)
  const command = useCommand()
  const id = useId()
  const change = (next: AlertBudget) => {
    setBudget(next)
    setSaved(false)
  }
  return (
    <>
      <fieldset className="row plain" aria-label={text.title}>
        <Button pressed={budget.mode === "rate"} onPress={() => change(defaultBudget)}>
          {text.rate}
        </Button>
        <Button pressed={budget.mode === "cost"} onPress={() => change(firstCost)}>
          {text.cost}
        </Button>
      </fieldset>
      {budget.mode === "rate" ? (
        <div className="row">
          <label htmlFor={id}>{text.rate}</label>
          <select
            id={id}
            className="select"
            value={budget.rate}
            onChange={({ target }) => change({ mode: "rate", rate: Number(target.value) })}
          >
            {rates.map((rate) => (
              <option key={rate} value={rate}>
                {text.inHundred(rate)}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <>
          <Amount
            label={text.claimFee}
            value={budget.claimFee}
            onChange={(claimFee) => change({ ...budget, claimFee })}
          />
          <Amount
            label={text.checkCost}
            value={budget.checkCost}
            onChange={(checkCost) => change({ ...budget, checkCost })}
          />
          <Amount
            label={text.margin}
            value={Math.round(budget.margin * 100)}
            onChange={(percent) => change({ ...budget, margin: Math.min(1, percent / 100) })}
          />
          <p className="soft small">{text.currency}</p>
        </>
      )}
      <div className="row">
        <Button
          main
          busy={command.busy}
          onPress={() =>
            command.run(async () => {
              await send("panel:set-budget", { budget })
              setSaved(true)
            })
          }
        >
          {text.save}
        </Button>
      </div>
      {saved && <Notice>{text.saved}</Notice>}
      <ErrorNotice error={command.error} />
    </>
  )
}

/** How many orders the seller wants to look at: a share of them, or those whose look pays for itself. */
export function RiskBudget() {
  const stored = useStore(
    async (db) => (await db.riskSettings.get("budget"))?.budget ?? defaultBudget
  )
  return stored ? (
    <Card title={words.riskMore.budget.title}>
      <Form stored={stored} />
    </Card>
  ) : null
}
