import { useId, useState } from "react"
import type { Companion, ProductCompanions } from "../src/store/suggestions"
import { Card } from "../src/ui/card"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

const most = 5

type ListProps = {
  title: string
  none: string
  companions: Companion[]
  tell: (one: Companion) => string
}

function CompanionList({ title, none, companions, tell }: ListProps) {
  return (
    <>
      <h3>{title}</h3>
      {companions.length === 0 && <p className="soft">{none}</p>}
      <ul className="reasons">
        {companions.map((one) => (
          <li key={one.sku} className="break">
            {one.title} <span className="soft small">{tell(one)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Found({ product }: { product: ProductCompanions }) {
  const { goesWith, goesWithNone, similar, similarNone, together, alike, cheaper } = words.recommend
  const money = (minor: number) =>
    words.format.money({ minor: Math.round(minor), currency: product.currency })
  const tellSimilar = (one: Companion) => {
    const price = one.price === undefined ? "" : money(one.price)
    const less = one.price !== undefined && one.price < (product.price ?? 0) ? cheaper : ""
    return [alike(one.value), price, less].filter(Boolean).join(" · ")
  }
  return (
    <li className="card">
      <strong className="break">{product.title}</strong>
      <CompanionList
        title={goesWith}
        none={goesWithNone}
        companions={product.goesWith}
        tell={(one) => together(one.together)}
      />
      <CompanionList
        title={similar}
        none={similarNone}
        companions={product.similar}
        tell={tellSimilar}
      />
      {product.cheaperElsewhere.map(({ title, price }) => (
        <p key={title} className="break">
          {words.recommend.badgeSimilar(title, money(price))}
        </p>
      ))}
    </li>
  )
}

/** What goes with a product and what is like it, by title or SKU. */
export function ProductLookup() {
  const id = useId()
  const [asked, ask] = useState("")
  const text = asked.trim().toLowerCase()
  const found = useStore(
    async (db) =>
      text.length < 2
        ? null
        : db.companions
            .filter(({ sku, title }) => `${title}\n${sku}`.toLowerCase().includes(text))
            .limit(most)
            .toArray(),
    [text]
  )
  return (
    <Card title={words.recommend.product}>
      <label htmlFor={id}>{words.recommend.productHelp}</label>
      <input
        id={id}
        type="search"
        className="input"
        value={asked}
        onChange={({ target }) => ask(target.value)}
      />
      {found?.length === 0 && <p className="soft">{words.recommend.productNone}</p>}
      <ul className="items">
        {found?.map((product) => (
          <Found key={product.sku} product={product} />
        ))}
      </ul>
    </Card>
  )
}
