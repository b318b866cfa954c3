import type { Suggestion } from "../domain/suggestion"
import { itemsOf, rowOf } from "./baskets"
import type { SellerView } from "./seller-view"
import { wordsOf } from "./text-hash"

/** The two words of a gap in the range, which its id carries. */
const gapWords = ({ kind, id }: Suggestion) => id.slice(kind.length + 1).split("+")

/** Items whose titles hold both words of the gap, and those that hold either. */
function gapItems(view: SellerView, suggestion: Suggestion): { both: number[]; either: number[] } {
  const asked = gapWords(suggestion)
  const held = view.products.map(({ title }) => {
    const own = new Set(wordsOf(title))
    return asked.filter((word) => own.has(word)).length
  })
  const from = (least: number) => [...held.keys()].filter((item) => (held[item] ?? 0) >= least)
  return { both: from(asked.length), either: from(1) }
}

/** The products whose sales tell whether it worked. */
export function soldItems(view: SellerView, suggestion: Suggestion): number[] {
  const { kind, skus } = suggestion
  const items = skus.map((sku) => view.products.findIndex((product) => product.sku === sku))
  switch (kind) {
    case "bundle":
    case "duplicate":
      return items.slice(0, 2)
    // its last buyers may take these instead: nothing is lost where they sell as before
    case "drop":
      return items
    // the new listing together with those that it may take sales from
    case "list-next":
      return gapItems(view, suggestion).either
    // the last product is the one that the suggestion is to sell: the later, the similar, the only one
    default:
      return items.slice(-1)
  }
}

/** Baskets in which the subject happened; undefined where what was asked for is not there (no listing for the gap). */
export function eventsOf(view: SellerView, suggestion: Suggestion): Iterable<number> | undefined {
  const { kind, buyer } = suggestion
  if (buyer) return rowOf(view.byBuyer, view.buyers.indexOf(buyer))
  if (kind === "list-next" && gapItems(view, suggestion).both.length === 0) return undefined
  const items = soldItems(view, suggestion).filter((item) => item >= 0)
  const [first = -1, second = -1] = items
  if (kind === "bundle") {
    return rowOf(view.byItem, first).filter((basket) =>
      itemsOf(view.baskets, basket).includes(second)
    )
  }
  return new Set(items.flatMap((item) => Array.from(rowOf(view.byItem, item))))
}
