import { textOf } from "../page-text"

/** Headings of the block that the General Product Safety Regulation asks for. */
const heading =
  /^(?:product safety|product compliance|gpsr|manufacturer (?:information|details|contact)|safety and (?:compliance|product resources)|angaben zur produktsicherheit|produktsicherheit|herstellerinformationen|sécurité (?:des|du) produits?|informations sur le fabricant|seguridad del producto|información del fabricante|sicurezza del prodotto|informazioni sul produttore|productveiligheid|bezpieczeństwo produktu|segurança do produto|eu responsible person|responsible person(?: in the eu)?)\b/i
const mostElements = 4_000
const mostText = 2_000
const leastText = 40

/** The text under a heading about product safety or the manufacturer; undefined when the page has none. */
export function complianceBlock(doc: Document): string | undefined {
  const titles = Array.from(
    doc.querySelectorAll(
      "h1, h2, h3, h4, h5, h6, dt, th, summary, strong, b, button, [role=heading]"
    )
  ).slice(0, mostElements)
  for (const title of titles) {
    const text = (title.textContent ?? "").trim()
    if (text.length > 120 || !heading.test(text)) continue
    for (let at = title.parentElement, up = 0; at && up < 3; at = at.parentElement, up++) {
      const block = textOf(at)
      if (block.length > mostText) break
      if (block.length >= text.length + leastText) return block
    }
  }
  return undefined
}
