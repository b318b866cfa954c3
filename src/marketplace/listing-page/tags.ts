import { textOf } from "../page-text"
import { plainOf } from "../product/facts"
import { isOfType, jsonLdNodes } from "../product/json-ld"

const most = 100
const links = ".tagged_as a, .product-tags a, [class*='product-tag'] a, a[href*='/product-tag/']"

/** Tags as a shop shows them beside its product, else as its structured data names them; undefined where neither does. */
export function shownTags(doc: Document): string[] | undefined {
  const shown = Array.from(doc.querySelectorAll(links)).slice(0, most).map(textOf).filter(Boolean)
  if (shown.length > 0) return shown
  const said = jsonLdNodes(doc).find(
    (node) => isOfType(node, ["Product"]) && node.keywords
  )?.keywords
  const texts = Array.isArray(said) ? said : typeof said === "string" ? said.split(",") : []
  const tags = texts.flatMap((text) => plainOf(text) ?? [])
  return tags.length > 0 ? tags.slice(0, most) : undefined
}
