import type { Field } from "./fields"
import { perLexicon } from "./lexicon"

/** A label's meaning and how sure it is (0..1). */
export type Meaning = { field: Field; score: number }

/** Lower case, no punctuation, one space: "N.º de venda:" → "no de venda". */
export function normalLabel(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.:*?"'’´`«»<>↑↓▲▼▴▾⇅\\_|•·]+/g, " ")
    .replace(/[\s\u00a0-]+/g, " ")
    .trim()
    .replace(/^(n|nr) o /, "no ")
}

const longestLabel = 60
const dictionary = perLexicon(({ fields }) => {
  const meanings = new Map<string, Field>()
  for (const [field, words] of Object.entries(fields)) {
    for (const word of words?.split("|") ?? []) {
      const phrase = normalLabel(word)
      // the first field that claims a phrase keeps it
      if (phrase && !meanings.has(phrase)) meanings.set(phrase, field as Field)
      // Korean is written with and without its spaces
      const close = /[\uac00-\ud7af]/.test(phrase) ? phrase.replaceAll(" ", "") : phrase
      if (close && !meanings.has(close)) meanings.set(close, field as Field)
    }
  }
  return meanings
})

const scriptWithoutSpaces = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/

/** Parts of a label that could be words: runs of up to four words, or of up to ten letters in scripts without spaces. */
function partsOf(label: string): string[] {
  if (scriptWithoutSpaces.test(label)) {
    const letters = Array.from(label.replaceAll(" ", "")).slice(0, 24)
    return letters.flatMap((_, from) =>
      Array.from({ length: Math.min(10, letters.length - from) }, (_, length) =>
        letters.slice(from, from + length + 1).join("")
      )
    )
  }
  const words = label.split(" ").slice(0, 8)
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(4, words.length - from) }, (_, length) =>
      words.slice(from, from + length + 1).join(" ")
    )
  )
}

const memory = perLexicon(() => new Map<string, Meaning | null>())

function look(text: string): Meaning | null {
  const words = dictionary()
  const outside = text.replace(/[([（【].*?[)\]）】]/g, " ")
  const inside = /[([（【](.*?)[)\]）】]/.exec(text)?.[1] ?? ""
  for (const [label, score] of [
    [text, 1],
    [outside, 0.95],
    [inside, 0.85]
  ] as const) {
    const field = words.get(normalLabel(label.replace(/[()[\]（）【】]/g, " ")))
    if (field) return { field, score }
  }
  // "Product / Variation": the first of two names
  const [first = "", second] = outside.split(/\s*[/&,+]\s*|\s(?:and|und|et|y|e)\s/)
  const leading = second === undefined ? undefined : words.get(normalLabel(first))
  if (leading) return { field: leading, score: 0.8 }
  const label = normalLabel(outside)
  let best = ""
  // of two as long the later one: "商品价格" is a price, "product number" a number
  for (const part of partsOf(label)) {
    if (part.length >= best.length && words.has(part)) best = part
  }
  const share = best.length / Math.max(1, label.replaceAll(" ", "").length)
  const field = words.get(best)
  return field && share >= 0.5 ? { field, score: Math.min(0.9, 0.4 + share / 2) } : null
}

/** What a header or label means; null when no word of it is known. */
export function meaningOf(text: string): Meaning | null {
  if (text.length === 0 || text.length > longestLabel) return null
  const known = memory()
  let meaning = known.get(text)
  if (meaning === undefined) {
    meaning = look(text)
    if (known.size > 5_000) known.clear()
    known.set(text, meaning)
  }
  return meaning
}

const hintRules: [Field, RegExp][] = [
  ["contact", /address|phone|e-?mail|zip|postcode|city/],
  ["buyer", /buyer|customer|client|recipient/],
  ["due", /(ship|deliver|dispatch)-?(y|by)?-?(date|by)|deadline|due/],
  [
    "order",
    /(^|-)(order|pack|sale|po|purchase-order)-?(id|sn|no|num|number|nr|identifier|identifiers|code|reference)(-|$)/
  ],
  ["placed", /(order|purchase|created?|placed|sale)-?(date|time|at|on)(-|$)/],
  ["subtotal", /sub-?total/],
  ["tax", /(^|-)(tax|vat)(-|$)/],
  ["shippingPrice", /(shipping|delivery|freight)-?(price|cost|fee|amount|total)/],
  ["discount", /discount|coupon|voucher/],
  ["fee", /(^|-)(fee|fees|earnings|payout|cost)(-|$)/],
  [
    "listPrice",
    /(list|old|compare|original|regular|was|strike|crossed|before)-?(at-)?price|price-(old|was|list|regular|compare|original)|msrp|rrp/
  ],
  ["unitPrice", /unit-price|sold-price/],
  [
    "total",
    /(grand|order)-?total|total-?(price|amount|paid|value)|(order|payment)-(amount|total)|(^|-)total(-|$)/
  ],
  ["sku", /(^|-)sku(-|$)|seller-?sku|item-?code|custom-?label|article-?number/],
  ["gtin", /(^|-)(gtin|ean|upc|barcode)(-|$)/],
  ["product", /(^|-)(asin|item-?id|listing-?id|product-?id)(-|$)/],
  ["quantity", /(^|-)(qty|quantity|item-amount|item-count|amount-of)(-|$)/],
  ["stock", /(^|-)(stock|inventory|available|availability|available-quantity)(-|$)/],
  ["status", /(^|-)(status|state)(-|$)/],
  ["title", /(^|-)(title|(product|item|listing|goods)-?name|item-title)(-|$)/],
  ["price", /(^|-)price(-|$)/],
  ["date", /(^|-)(date|time|datetime)(-|$)/],
  ["name", /(^|-)name(-|$)/]
]

const hinted = new Map<string, Field | null>()

/** What a developer's name for an element means ("order-sn", "item_amount", "totalPrice"); null when it says nothing. */
export function meaningOfName(name: string): Field | null {
  let field = hinted.get(name)
  if (field === undefined) {
    const words = name
      .replace(/([a-z\d])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .replace(/[^a-z]+/g, "-")
    field = words.length < 80 ? (hintRules.find(([, rule]) => rule.test(words))?.[0] ?? null) : null
    if (hinted.size > 5_000) hinted.clear()
    hinted.set(name, field)
  }
  return field
}
