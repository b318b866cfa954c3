import { currencyDigits } from "../src/domain/currency-digits"
import type { ShopChange } from "../src/domain/insight"
import { send } from "../src/messaging/messenger"
import { BandChart } from "../src/ui/band-chart"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { Disclosure } from "../src/ui/disclosure"
import { ErrorNotice } from "../src/ui/error-notice"
import { shopName } from "../src/ui/risk-rows"
import { useCommand } from "../src/ui/use-command"
import { useStore } from "../src/ui/use-store"
import { marketplaceName, words } from "../src/ui/words"

const newest = 5

function Change({ change }: { change: ShopChange }) {
  const { shop: text } = words.riskMore
  const { format } = words
  const command = useCommand()
  const { currency } = change
  const value = (amount: number) =>
    currency
      ? format.moneyRounded({
          minor: Math.round(amount * 10 ** currencyDigits(currency)),
          currency
        })
      : format.count(amount)
  const [marketplace = "", account = ""] = change.subject.id.split(":")
  const out = change.days.filter((day) => day.out).slice(-newest)
  const title = text.metric[change.metric]
  return (
    <li className="item stack">
      <strong>
        {title}, {marketplaceName(marketplace)}, {shopName(account)}
      </strong>
      <ul className="reasons">
        {out.toReversed().map((day) => (
          <li key={day.day}>
            {text.day(format.dayOf(day.day), value(day.value), value(day.low), value(day.high))}
          </li>
        ))}
      </ul>
      <Disclosure summary={text.chart(title)}>
        {() => <BandChart days={change.days} summary={text.chart(title)} format={value} />}
      </Disclosure>
      <div className="row">
        <Button
          busy={command.busy}
          label={`${text.hide}: ${title}`}
          onPress={() =>
            command.run(async () => {
              await send("panel:dismiss", { insightId: change.id })
            })
          }
        >
          {text.hide}
        </Button>
      </div>
      <ErrorNotice error={command.error} />
    </li>
  )
}

/** Sales, cancellations and refunds of whole shops, where days left their usual band. */
export function ShopChanges() {
  const changes = useStore(async (db) => {
    const found = await db.insights.where("kind").equals("shop-change").toArray()
    return found.filter((one) => one.kind === "shop-change" && one.state === "open") as ShopChange[]
  })
  if (!changes) return null
  const { shop: text } = words.riskMore
  return (
    <Card title={text.title}>
      {changes.length === 0 && <p className="soft">{text.none}</p>}
      <p className="soft small">{text.unknown}</p>
      <ul className="items">
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </Card>
  )
}
