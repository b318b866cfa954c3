import type { Money } from "../src/domain/money"
import type { StoredOrder } from "../src/store/database"
import { histogram, shareBelow } from "../src/ui/histogram"
import { HistogramChart } from "../src/ui/histogram-chart"
import { pastAmounts } from "../src/ui/past-amounts"
import { Progress } from "../src/ui/progress"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

const fewest = 10

/** Where this order's amount lies among the past amounts of its currency. */
export function AmountChart({ order, total }: { order: StoredOrder; total: Money }) {
  const amounts = useStore((db) => pastAmounts(db, order), [order.id])
  if (!amounts) return <Progress label={words.chart.loading} />
  if (amounts.length < fewest) return <p className="soft">{words.chart.tooFew}</p>
  const below = shareBelow(amounts, total.minor)
  return (
    <HistogramChart
      bins={histogram(amounts, total.minor)}
      caption={words.chart.title(total.currency)}
      summary={words.chart.summary(words.format.money(total), amounts.length, below)}
      format={(minor) => words.format.moneyRounded({ minor, currency: total.currency })}
    />
  )
}
