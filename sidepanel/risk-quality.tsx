import { Card } from "../src/ui/card"
import { DataTable } from "../src/ui/data-table"
import { type CalibrationRow, type Quality, riskQuality } from "../src/ui/risk-quality"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

const enough = 10
const share = (value: number | null) => (value === null ? "–" : words.format.share(value))

function useQuality(): Quality | undefined {
  return useStore(async (db) => {
    const feedback = await db.feedback.toArray()
    const ids = feedback.map(({ orderId }) => orderId)
    const [orders, claimed] = await Promise.all([
      db.orders.bulkGet(ids),
      db.claimCases.toCollection().primaryKeys()
    ])
    const insights = await db.insights.bulkGet(claimed.map((id) => `order-risk:${id}`))
    const missed = claimed.filter((id, i) => !insights[i] && !ids.includes(id)).length
    const judged = feedback.map(({ verdict, flagged, probability }, i) => {
      const total = orders[i]?.total
      return {
        verdict,
        flagged: flagged ?? true,
        probability: probability ?? 0.5,
        ...(total && { total })
      }
    })
    return riskQuality(judged, missed)
  })
}

/** Precision, recall, calibration and money saved, on the seller's own verdicts. */
export function RiskQuality() {
  const found = useQuality()
  const { quality: text } = words.riskMore
  if (!found) return null
  if (found.verdicts === 0)
    return (
      <Card title={text.title}>
        <p className="soft">{text.none}</p>
      </Card>
    )
  const facts: [string, string][] = [
    [text.precision, share(found.precision)],
    [text.recall, share(found.recall)],
    [text.f1, share(found.f1)],
    [text.error, share(found.error)],
    ...found.saved.map((money): [string, string] => [text.saved, words.format.money(money)])
  ]
  return (
    <Card title={text.title}>
      <p className="soft">
        {found.verdicts < enough ? text.few(found.verdicts) : text.judged(found.verdicts)}
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">{text.recallHelp}</p>
      <DataTable<CalibrationRow>
        caption={`${text.calibration}. ${text.calibrationHelp}`}
        columns={[
          { id: "said", title: text.said, cell: ({ said }) => share(said) },
          { id: "found", title: text.found, cell: (row) => share(row.found) },
          { id: "orders", title: text.orders, cell: ({ orders }) => words.format.count(orders) }
        ]}
        rows={found.bins}
        rowId={({ said }) => String(said)}
      />
    </Card>
  )
}
