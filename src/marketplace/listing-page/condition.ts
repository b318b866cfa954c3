import { textOf } from "../page-text"
import type { Piece } from "../records/pieces"
import type { Attribute } from "./attributes"

type Condition = "new" | "used"

const usedMark = /schema\.org\/(?:Used|Refurbished|Damaged)Condition|^(?:used|refurbished)$/i
const newMark = /schema\.org\/NewCondition|^new$/i
const used =
  /^(?:used|pre-owned|refurbished|second.?hand|gebraucht|generalüberholt|occasion|reconditionné|usad[oa]|reacondicionad[oa]|seminovo|usato|ricondizionato|tweedehands|używan[ey]|二手|中古|б\/у)(?:$|[\s\p{P}|])/iu
const fresh =
  /^(?:(?:brand )?new|neu|neuware|neuf|neuve|nuev[oa]|nuov[oa]|nov[oa]|nieuw|now[ye]|全新|新品)(?:$|\s*[|:,(–-])/iu
const named =
  /^(?:(?:item )?condition|(?:artikel)?zustand|état(?: de l'objet)?|condici[oó]n|estado|condizion[ei]|staat|stan|成色|商品の状態|состояние)\s*[:：]?\s*/iu

const inWords = (text: string): Condition | undefined =>
  used.test(text) ? "used" : fresh.test(text) ? "new" : undefined

/** By schema.org and meta tags. */
function marked(doc: Document): Condition | undefined {
  const element = doc.querySelector('[itemprop="itemCondition"]')
  const said = [
    element?.getAttribute("href") ?? element?.getAttribute("content") ?? textOf(element),
    doc.querySelector('meta[property="product:condition"]')?.getAttribute("content"),
    ...Array.from(doc.querySelectorAll('script[type*="ld+json" i]'))
      .slice(0, 30)
      .map((script) => (script.textContent ?? "").slice(0, 100_000).replaceAll("\\/", "/"))
  ].map((text) => text ?? "")
  if (said.some((text) => newMark.test(text) || inWords(text) === "new")) return "new"
  return said.some((text) => usedMark.test(text) || inWords(text) === "used") ? "used" : undefined
}

/** New or used: by the page's data, else by its own words beside the product or in its table ("Condition: Used"). */
export function conditionOf(
  doc: Document,
  pieces: Piece[],
  attributes: Attribute[]
): Condition | undefined {
  const byTable = attributes.find(({ name }) => named.test(name))
  const byWords = pieces.flatMap(({ text }, i) => {
    if (text.length > 60) return []
    const isNamed = named.test(text) || named.test(pieces[i - 1]?.text ?? "")
    const said = text.replace(named, "")
    // "New" alone may be a ribbon; with "| 500 sold" behind it, or named, it is the condition
    return isNamed || /^\p{L}+\s*\|/u.test(text) ? (inWords(said) ?? []) : []
  })[0]
  return marked(doc) ?? (byTable && inWords(byTable.value)) ?? byWords
}
