import { Card } from "../src/ui/card"
import { useForecasts } from "../src/ui/use-forecasts"
import { words } from "../src/ui/words"

const { demand, format } = words

/** What runs out first, what is out already and what is due for an order; nothing without forecasts and stock. */
export function StockLine() {
  const items = useForecasts()?.filter(({ plan }) => plan !== null)
  if (!items || items.length === 0) return null
  const out = items.filter(({ stock }) => stock?.units === 0).length
  const due = items.filter(({ plan }) => (plan?.quantity ?? 0) > 0).length
  const [first] = items
    .flatMap(({ sku, title, stock, plan }) => {
      const day = plan?.runsOut?.likely
      return typeof day === "number" && (stock?.units ?? 0) > 0 ? [{ name: title ?? sku, day }] : []
    })
    .sort((a, b) => a.day - b.day)
  return (
    <Card title={demand.popupTitle}>
      {first && <p className="break">{demand.firstOut(first.name, format.epochDay(first.day))}</p>}
      {out > 0 && <p>{demand.outAlready(out)}</p>}
      {due > 0 && <p>{demand.dueNow(due)}</p>}
    </Card>
  )
}
