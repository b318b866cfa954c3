import type { Money } from "../../domain/money"
import { amountsIn } from "../money-text"
import type { PageHints } from "../page-hints"
import { isHidden, textOf } from "../page-text"
import { isInCard } from "../product/shown-product"
import type { Piece } from "../records/pieces"
import { moneyIn } from "../records/values"

const struck =
  "s, del, strike, [style*='line-through'], [data-a-strike='true'], [class*='strike' i], [class*='regular-price' i], [class*='old-price' i], [class*='was-price' i], [class*='list-price' i], [class*='compare' i], [class*='original-price' i], [class*='price-del' i], [class*='price-original' i], [id='orgPrc']"
const words =
  "(?:was|list price|list|rrp|msrp|uvp|original price|regular price|typical price|before|antes|precio (?:anterior|habitual)|pvpr?|prix (?:conseillé|barré|d'origine)|prezzo (?:consigliato|precedente)|statt|vorher|定価|定价|原价|原價|市场价|通常価格|参考価格)"
/** "RRP" at the end of a line names the next one, "Was $15.97" itself. */
const namesNext = new RegExp(`(?:^|[\\s(,])${words}\\s*[:：]?\\s*$`, "iu")
const namesItself = new RegExp(`(?:^|[\\s(,])${words}\\s*[:：]?\\s*(?=[^\\p{L}]*\\d)(.+)$`, "iu")
const most = 40
const longest = 60

/** One amount, said once or twice (a copy for screen readers); of a range the lower end, as of the price. */
function amountIn(text: string, hints: PageHints): Money | null {
  if (text.length > longest) return null
  const [first, ...more] = amountsIn(text, hints)
  if (first && more.every(({ minor }) => minor === first.minor)) return first
  return moneyIn(text, hints) ?? moneyIn(text.split(/\s[-–~]\s/)[0] ?? "", hints)
}

/** A struck amount, or one that is named a former or recommended price, that is above the price; beside the product only. */
export function shownListPrice(
  { top, pieces }: { top: Element; pieces: Piece[] },
  price: Money,
  hints: PageHints
): Money | undefined {
  const known = { ...hints, currency: price.currency }
  const isAbove = (money: Money | null): money is Money =>
    money !== null && money.currency === price.currency && money.minor > price.minor
  const elements = Array.from(top.querySelectorAll(struck)).slice(0, most)
  for (const element of elements) {
    if (isHidden(element) || isInCard(element, top)) continue
    const text = textOf(element) || (element.textContent ?? "").trim()
    const money = amountIn(text, known) ?? amountIn(text.replace(/^[\p{L} ]+[:：]?\s*/u, ""), known)
    if (isAbove(money)) return money
  }
  for (const [i, { text }] of pieces.entries()) {
    const named = namesNext.test(pieces[i - 1]?.text ?? "") ? text : namesItself.exec(text)?.[1]
    const money = named === undefined ? null : amountIn(named, known)
    if (isAbove(money)) return money
  }
  return undefined
}
