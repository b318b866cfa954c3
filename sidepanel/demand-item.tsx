import { stockSentences } from "../locales/stock-text"
import type { ItemForecast } from "../src/domain/forecast"
import { Button } from "../src/ui/button"
import { Disclosure } from "../src/ui/disclosure"
import { words } from "../src/ui/words"
import { DemandChart } from "./demand-chart"
import { DemandWhatIf } from "./demand-what-if"

const { demand } = words

/** One item: what to do and why, its chart, and what would change it. */
export function DemandItem({ item, onClose }: { item: ItemForecast; onClose: () => void }) {
  return (
    <article className="stack" aria-label={item.title ?? item.sku}>
      <div className="row spread">
        <Button onPress={onClose}>{demand.close}</Button>
      </div>
      <h2 className="break">{item.title ?? item.sku}</h2>
      <p className="soft break">{item.sku}</p>
      <ul className="reasons">
        {stockSentences(words, item).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="soft">
        {demand.basis[item.basis](item.days)} {demand.chanceToSell(item.sells)}
      </p>
      <DemandChart item={item} />
      <Disclosure summary={demand.whatIf} about={item.title ?? item.sku}>
        {() => <DemandWhatIf item={item} />}
      </Disclosure>
    </article>
  )
}
