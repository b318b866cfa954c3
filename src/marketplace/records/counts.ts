import { parseCount } from "../count-text"
import { plainText } from "../number-text"
import { offStage } from "./grids"
import { piecesIn } from "./pieces"

const range =
  /(\d[\d.,]*)\s?(?:-|—|~|〜|～|to|bis|à|a|al|tot|do|до|till|til|至|から|ถึง|đến|sampai|إلى)\s?(\d[\d.,]*)\s?(?:条|件|個|个|项)?\s?[(（]?\s?(?:of|von|de|di|do|van|z|ze|из|sur|af|av|su|dari|trong|จาก|من|\/|[,，、]?\s?共|全|총|中の?|件中)[^\d]{0,12}(\d[\d.,]*)/iu
const japanese = /(\d[\d,]*)\s?件中[^\d]{0,4}(\d[\d,]*)\s?(?:-|~|〜|～|から)\s?(\d[\d,]*)/u
const whole =
  /^(?:total:?\s?|showing\s|all\s|共\s?|全\s?|총\s?)?(\d[\d.,]*)\s?(?:orders?|items?|results?|products?|records?|entries|listings?|bestellungen|artikel|ergebnisse|commandes|résultats|produits|pedidos|resultados|productos|produtos|vendas|ventas|ordini|risultati|prodotti|zamówień|wyników|sipariş|ürün|заказов|товаров|条|条记录|个订单|件|件の注文|筆|개|건)\.?$/iu

export type Counts = { expected?: number; total?: number }

/**
 * What a page says of its own list: "21–40 of 227" → 20 rows here and 227 in all, "227 orders" → 227 in all.
 * Nothing where it says nothing, or two different things.
 */
export function countsIn(doc: Document): Counts {
  if (!doc.body) return {}
  const ranges = new Map<string, Counts>()
  const totals = new Set<number>()
  for (const { text } of piecesIn(
    doc.body,
    12_000,
    `table, [role=grid], select, ${offStage.replace("nav, ", "")}`
  )) {
    if (text.length > 80 || !/\d/.test(text)) continue
    const plain = plainText(text)
    const count = (digits: string | undefined) =>
      digits ? parseCount(digits.replace(/[.,]$/, ""), "en") : null
    const [from, to, total] = japanese.test(plain)
      ? [japanese.exec(plain)?.[2], japanese.exec(plain)?.[3], japanese.exec(plain)?.[1]].map(count)
      : (range.exec(plain)?.slice(1, 4).map(count) ?? [])
    if (typeof from === "number" && typeof to === "number" && typeof total === "number") {
      if (from >= 1 && from <= to && to <= total && to - from < 1_000) {
        ranges.set(`${from} ${to} ${total}`, { expected: to - from + 1, total })
      }
      continue
    }
    const all = count(whole.exec(plain)?.[1])
    if (all) totals.add(all)
  }
  const [counts, ...more] = ranges.values()
  if (counts && more.length === 0) return counts
  const [total] = totals
  return totals.size === 1 && total !== undefined ? { total } : {}
}
