import { textOf } from "../page-text"

/** A listing as its seller's editor holds it, with the limit that the page prints or sets for the title. */
export type ListingForm = {
  title: string
  titleLimit?: number
  highlights?: string
  bullets?: string[]
  description?: string
  searchTerms?: string
  tags?: string[]
  metaTitle?: string
  metaDescription?: string
}

/** What a field is by its name, label or placeholder; the first that fits. */
const kinds: [keyof ListingForm, RegExp][] = [
  ["metaDescription", /(?:meta|seo|page).?(?:description|beschreibung|descripción)/i],
  ["metaTitle", /(?:meta|seo|page).?(?:title|titel|titre|título)/i],
  ["highlights", /item.?highlights?/i],
  [
    "bullets",
    /bullet.?points?|key.?(?:product.?)?features?|produktmerkmal|viñeta|puces|punt[oi] elenco|五点|卖点/i
  ],
  [
    "searchTerms",
    /search.?terms?|(?:generic|backend).?keywords?|suchbegriffe|términos? de búsqueda|mots.?clés|termini di ricerca|搜索词|搜索关键词|検索キーワード/i
  ],
  ["tags", /(?:^|[^a-z])tags?(?:$|[^a-z])|schlagw(?:ö|oe)rter|etiquetas|étiquettes|标签|タグ/i],
  [
    "description",
    /description|beschreibung|descripción|descrição|descrizione|描述|详情|商品説明|описание/i
  ],
  [
    "title",
    /(?:^|[^a-z])(?:title|titel|titre|t[ií]tulo|titolo|judul|(?:product|item).?name|标题|商品名|タイトル|название)(?:$|[^a-z])/i
  ]
]
const fields =
  'input[type="text"], input:not([type]), textarea, kat-input, kat-textarea, [contenteditable="true"]'
const most = 300
const longest = 20_000

function labelOf(field: Element, doc: Document): string {
  const id = field.getAttribute("id")
  const label = id
    ? doc.querySelector(`label[for="${id.replace(/["\\]/g, "\\$&")}"]`)
    : field.closest("label")
  return ["name", "id", "aria-label", "label", "placeholder"]
    .map((name) => (field.getAttribute(name) ?? "").replaceAll("_", " "))
    .concat(label?.textContent ?? "")
    .join(" ")
}

function typedIn(field: Element): string {
  if (field.hasAttribute("contenteditable")) return textOf(field)
  const live = (field as HTMLInputElement).value
  const said = typeof live === "string" && live !== "" ? live : field.getAttribute("value")
  return (said ?? field.textContent ?? "").slice(0, longest)
}

/** "12/80" or "12 / 80" near a field: what is used and what is allowed. */
function counterNear(field: Element): number | undefined {
  for (let at = field.parentElement, up = 0; at && up < 3; at = at.parentElement, up++) {
    const leaves = Array.from(at.querySelectorAll("*")).slice(0, 200)
    const counter = leaves
      .filter(({ children }) => children.length === 0)
      .map((leaf) => /^\s*\d{1,4}\s?\/\s?(\d{2,4})\s*$/.exec(leaf.textContent ?? "")?.[1])
      .find(Boolean)
    if (counter) return Number(counter)
  }
  return undefined
}

function limitOf(field: Element): number | undefined {
  const set = Number(field.getAttribute("maxlength"))
  return counterNear(field) ?? (Number.isInteger(set) && set > 0 && set < 10_000 ? set : undefined)
}

/** Tags stand in the field with commas between, or as chips beside it. */
function tagsOf(field: Element): string[] {
  const typed = typedIn(field)
    .split(",")
    .map((tag) => tag.trim())
  const box = field.parentElement?.parentElement ?? field.parentElement
  const chips = Array.from(
    box?.querySelectorAll("li, [class*='tag' i], [class*='chip' i], [class*='pill' i]") ?? []
  )
    .slice(0, 200)
    .filter(
      (chip) => !chip.contains(field) && chip.querySelector("li, input, [class*='tag' i]") === null
    )
    .map((chip) =>
      textOf(chip)
        .replace(/\s*[×✕✖x]$/u, "")
        .trim()
    )
  return [...typed, ...chips].filter((tag) => tag !== "" && tag.length <= 100)
}

/** The listing in a seller's editor; undefined on a page without a filled title field. */
export function listingForm(doc: Document): ListingForm | undefined {
  const found = new Map<keyof ListingForm, Element[]>()
  for (const field of Array.from(doc.querySelectorAll(fields)).slice(0, most)) {
    const label = labelOf(field, doc)
    const kind = kinds.find(([, pattern]) => pattern.test(label))?.[0]
    if (kind) found.set(kind, [...(found.get(kind) ?? []), field])
  }
  const [field] = found.get("title") ?? []
  const title = field && typedIn(field)
  // an empty one asks for a review's title, or for a listing that is not there yet
  if (!field || !title?.trim()) return undefined
  const titleLimit = limitOf(field)
  const text = (kind: keyof ListingForm) => {
    const [first] = found.get(kind) ?? []
    return first && typedIn(first)
  }
  const form: ListingForm = { title, ...(titleLimit !== undefined && { titleLimit }) }
  for (const kind of [
    "highlights",
    "description",
    "searchTerms",
    "metaTitle",
    "metaDescription"
  ] as const) {
    const said = text(kind)
    if (said !== undefined) form[kind] = said
  }
  const bullets = found.get("bullets")?.map(typedIn).filter(Boolean).slice(0, 50)
  const tags = found.get("tags")?.flatMap(tagsOf).slice(0, 100)
  return { ...form, ...(bullets && { bullets }), ...(tags && { tags }) }
}
