import { textOf } from "../page-text"

export type Attribute = { name: string; value: string }
/** Rows that are about the offer or the page, not about the product. */
const notOfProduct =
  /^(?:asin|customer reviews|.*\breviews?|best ?sellers? rank|date first available|valoración .*|clasificación .*|producto en amazon.*|durchschnittliche kundenbewertung|.*bestseller-rang|im angebot von amazon.*|price|价格|运费|数量|quantity|shipping|delivery|handling time|库存)$/iu
const most = 100
const longest = 300

/** Without the marks of writing direction that Amazon puts around its values. */
const plain = (element: Element | null) =>
  textOf(element)
    .replace(/[\u200e\u200f\u202a-\u202e]/g, "")
    .trim()

/** Name and value pairs of the page's own tables and definition lists. */
export function attributesOf(doc: Document): Attribute[] {
  const isOwn = (element: Element) => !element.closest("footer, nav, header, [role=navigation]")
  const pairs: [Element | null, Element | null][] = [
    ...Array.from(doc.querySelectorAll("tr"))
      .slice(0, 1_000)
      .filter(
        (row) =>
          row.children.length === 2 &&
          row.querySelector("th, td.label") &&
          // two headings are the head of a table
          row.children[1]?.nodeName !== "TH" &&
          isOwn(row)
      )
      .map((row): [Element | null, Element | null] => [
        row.children[0] ?? null,
        row.children[1] ?? null
      ]),
    ...Array.from(doc.querySelectorAll("dl dt"))
      .slice(0, 500)
      // a list of links is a menu
      .filter(
        (term) => isOwn(term) && (term.nextElementSibling?.querySelectorAll("a").length ?? 0) < 2
      )
      .map((term): [Element | null, Element | null] => [term, term.nextElementSibling])
  ]
  const attributes = pairs.slice(0, most * 2).flatMap(([name, value]) => {
    const told = {
      name: plain(name)
        .replace(/[:：]$/, "")
        .trim(),
      value: plain(value)
    }
    if (notOfProduct.test(told.name)) return []
    return told.name && told.value && told.name.length <= 80 && told.value.length <= longest
      ? [told]
      : []
  })
  return [...new Map(attributes.map((one) => [`${one.name}\n${one.value}`, one])).values()].slice(
    0,
    most
  )
}
