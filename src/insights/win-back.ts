import { type Proposal, suggestionId } from "../domain/suggestion"
import { rowOf } from "../features/baskets"
import { type Overdue, overdueBuyers } from "../features/overdue"
import { fact, type SellerView } from "../features/seller-view"

const most = 40
/** One late buyer in so many is left alone: what comes of writing to the others is measured against these. */
const controlEvery = 5
const mostControls = 20
/** A reminder adds so much to the chance that a late buyer returns, as a share of that chance. */
const response = { low: 0.1, expected: 0.3, high: 0.6 }

/** The same number below `controlEvery` for a pseudonym each time. */
const draw = (code: string) =>
  [...code].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % controlEvery

/** Buyers who used to come back and are late, with what they likely want. Pseudonyms only. */
export function winBack(view: SellerView): Proposal[] {
  const overdue = overdueBuyers(view.baskets, view.byBuyer, view.now).filter(({ buyer }) =>
    view.wants.has(buyer)
  )
  const isLeftAlone = ({ buyer }: Overdue) => draw(view.buyers[buyer] ?? "") === 0
  const control = overdue
    .filter(isLeftAlone)
    .slice(0, mostControls)
    .flatMap(({ buyer }) => view.buyers[buyer] ?? [])
  const asked = overdue.filter((late) => !isLeftAlone(late)).slice(0, most)
  return asked.flatMap((late): Proposal[] => {
    const code = view.buyers[late.buyer]
    if (!code) return []
    const wants = (view.wants.get(late.buyer) ?? []).slice(0, 3)
    const own = rowOf(view.byBuyer, late.buyer)
    const value = own.reduce((sum, basket) => sum + (view.amounts[basket] ?? 0), 0) / own.length
    const gain = (chance: number, extra: number) => value * chance * extra
    const titles = wants.map(({ item }) => view.products[item]?.title ?? "")
    const { currency } = view
    return [
      {
        id: suggestionId("win-back", code),
        kind: "win-back",
        skus: wants.flatMap(({ item }) => view.products[item]?.sku ?? []),
        buyer: code,
        ...(value > 0
          ? {
              effect: {
                low: gain(late.returns.low, response.low),
                expected: gain(late.returns.value, response.expected),
                high: gain(late.returns.high, response.high),
                currency
              }
            }
          : {}),
        reasons: [
          {
            code: "overdue",
            facts: {
              orders: fact.count(late.orders),
              usual: fact.count(late.usual),
              since: fact.count(late.since),
              ...(value > 0 ? { amount: fact.money(value, currency) } : {})
            }
          },
          { code: "may-return", facts: { share: fact.share(late.returns.value) } },
          ...(titles.length > 0
            ? [{ code: "likely-wants" as const, facts: { products: fact.text(titles.join(", ")) } }]
            : [])
        ],
        basis: late.orders,
        control
      }
    ]
  })
}
