const titleWords =
  /(?:^|[^a-z])(?:title|titel|titre|t[ií]tulo|titolo|judul|product.?name|标题|商品名|タイトル|название)(?:$|[^a-z])/i
const most = 200

type Field = { title: string; titleLimit?: number }

function labelOf(field: Element, doc: Document): string {
  const id = field.getAttribute("id")
  const label = id
    ? doc.querySelector(`label[for="${id.replace(/["\\]/g, "\\$&")}"]`)
    : field.closest("label")
  return ["name", "id", "aria-label", "placeholder"]
    .map((name) => (field.getAttribute(name) ?? "").replaceAll("_", " "))
    .concat(label?.textContent ?? "")
    .join(" ")
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

/** The title as a form holds it, with the limit that the page prints or sets; undefined on a page without such a field. */
export function titleField(doc: Document): Field | undefined {
  const fields = Array.from(
    doc.querySelectorAll('input[type="text"], input:not([type]), textarea')
  ).slice(0, most)
  const field = fields.find((one) => titleWords.test(labelOf(one, doc)))
  if (!field) return undefined
  const typed =
    (field as HTMLInputElement).value ?? field.getAttribute("value") ?? field.textContent
  // an empty one asks for a review's title, or for a listing that is not there yet
  if (!typed?.trim()) return undefined
  const set = Number(field.getAttribute("maxlength"))
  const titleLimit =
    counterNear(field) ?? (Number.isInteger(set) && set > 0 && set < 10_000 ? set : undefined)
  return { title: typed, ...(titleLimit !== undefined && { titleLimit }) }
}
