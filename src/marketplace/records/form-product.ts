import type { PageListing } from "../../domain/listing"
import type { PageHints } from "../page-hints"
import { gtinOf } from "../product/facts"
import { idInUrl } from "../product/read-product"
import type { Field } from "./fields"
import { offStage } from "./grids"
import { withLabels } from "./labelled"
import { piecesIn } from "./pieces"
import { moneyIn, skuIn, stockIn } from "./values"

/** A product in a form of its seller: labels and the fields beside them. Null where they do not make a product. */
export function formProduct(
  doc: Document,
  url: URL,
  hints: PageHints
): { listing: PageListing; confidence: Record<string, number> } | null {
  const main = doc.querySelector("main, [role=main], #wpbody-content, #content, form") ?? doc.body
  if (!main?.querySelector("input")) return null
  const said = withLabels(piecesIn(main, 6_000, offStage).slice(0, 1_500))
  const texts = (...fields: Field[]) =>
    said
      .filter(({ label }) => label !== null && fields.includes(label.field))
      .map(({ text }) => text)
  const first = <T>(values: (T | null | undefined)[]) =>
    values.find((value) => value !== null && value !== undefined)
  const title = texts("title", "name").find((text) => /\p{L}{2}/u.test(text) && text.length <= 300)
  const sku = first(texts("sku").map(skuIn))
  const price = first(texts("price", "unitPrice").map((text) => moneyIn(text, hints)))
  const stock = first(texts("stock", "onHand").map((text) => stockIn(text, hints.locale)))
  const gtin = first(texts("gtin").map(gtinOf))
  if (!title || !(sku && (price || stock))) return null
  const nativeId = idInUrl(url) ?? sku
  return {
    listing: { nativeId, title, sku, ...(price && { price }), ...stock, ...(gtin && { gtin }) },
    confidence: {
      title: 0.8,
      sku: 0.9,
      ...(price && { price: 0.85 }),
      ...(stock && { stock: 0.85 })
    }
  }
}
