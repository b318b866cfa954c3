import { amountOf, gtinOf, type ProductFacts, plainOf } from "./facts"

const isOffer = (part: string) => /\d/.test(part) && /%|[$€£¥₽]/.test(part) && part.length < 30

/** The title without what a shop puts around it: "€97.39 40% OFF|Phone" and "Phone | Shop" are "Phone". */
function withoutFrame(title: string | undefined, site: string | undefined, doc: Document) {
  if (!title) return undefined
  const parts = title.split(/\s?\|\s?/)
  const [first = "", last = ""] = [parts[0], parts.at(-1)]
  const host = (
    doc.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? ""
  ).toLowerCase()
  const isShop =
    last.toLowerCase() === site?.toLowerCase() ||
    (last.length < 30 && host.includes(last.toLowerCase().replace(/\s/g, "")))
  const kept = parts.slice(
    parts.length > 1 && isOffer(first) ? 1 : 0,
    parts.length > 1 && isShop ? -1 : undefined
  )
  return kept.join(" | ") || title
}

/** What a page's Open Graph tags say of a product (ogp.me; product:* as Facebook and Pinterest read them). */
export function openGraphFacts(doc: Document): ProductFacts & { isProduct: boolean } {
  const said = new Map<string, string>()
  for (const meta of Array.from(doc.querySelectorAll("meta[property], meta[name]")).slice(0, 200)) {
    const name = (meta.getAttribute("property") ?? meta.getAttribute("name") ?? "").toLowerCase()
    const content = meta.getAttribute("content")
    if (content && !said.has(name)) said.set(name, content)
  }
  const first = (...names: string[]) => names.map((name) => said.get(name)).find(Boolean)
  const currency = first(
    "product:sale_price:currency",
    "product:price:currency",
    "og:price:currency"
  )
  const now = amountOf(first("product:sale_price:amount"), currency)
  const price = now ?? amountOf(first("product:price:amount", "og:price:amount"), currency)
  const before =
    now && amountOf(first("product:price:amount", "product:original_price:amount"), currency)
  const title = withoutFrame(plainOf(first("og:title")), first("og:site_name"), doc)
  const description = plainOf(first("og:description"))
  const [brand, sku, image] = [
    plainOf(first("product:brand", "og:brand")),
    plainOf(first("product:retailer_item_id", "product:sku")),
    plainOf(first("og:image"))
  ]
  const gtin = gtinOf(first("product:ean", "product:upc", "product:gtin", "product:isbn"))
  const availability = first("product:availability", "og:availability") ?? ""
  const inStock = /^(?:in ?stock|instock|available)/i.test(availability)
    ? true
    : /out ?of ?stock|oos|sold/i.test(availability)
      ? false
      : undefined
  return {
    isProduct: /product/i.test(said.get("og:type") ?? "") || price !== undefined,
    ...(title && { title }),
    ...(price && { price }),
    ...(before && price && before.minor > price.minor && { listPrice: before }),
    ...(description && { description }),
    ...(brand && { brand }),
    ...(sku && { sku }),
    ...(gtin && { gtin }),
    ...(image && { images: [image] }),
    ...(inStock !== undefined && { inStock })
  }
}
