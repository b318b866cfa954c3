import type { PageListing } from "../../domain/listing"
import type { ListingFacts, ListingImage } from "../../domain/listing-facts"
import { languageOfPage, textOf } from "../page-text"
import { attributesOf } from "./attributes"
import { complianceBlock } from "./compliance"
import { metaOf } from "./meta"
import { rulesOf } from "./rules-of"
import { shipsFrom } from "./ships-from"
import { titleField } from "./title-field"

const media =
  /\b(?:books?|kindle|e-?books?|music|movies|dvd|blu-ray|vinyl|bücher|livres|libros|libri|livros|musik|música)\b/i
const used =
  /schema\.org\/(?:Used|Refurbished)Condition|^\s*(?:used|pre-owned|gebraucht|occasion|usado|usato)\b/i
const fresh = /schema\.org\/NewCondition|^\s*(?:new|brand new|neu|neuf|nuevo|nuovo|novo)\b/i

/** By schema.org, in JSON or in the page's own words ("New: A brand-new, unused …"). */
function conditionOf(doc: Document): "new" | "used" | undefined {
  const marked = doc.querySelector('[itemprop="itemCondition"]')
  const said = [
    marked?.getAttribute("href") ?? marked?.getAttribute("content") ?? textOf(marked),
    ...Array.from(doc.querySelectorAll('script[type="application/ld+json"]'))
      .slice(0, 30)
      .map((script) => (script.textContent ?? "").slice(0, 100_000))
  ]
  if (said.some((one) => fresh.test(one))) return "new"
  return said.some((one) => used.test(one)) ? "used" : undefined
}

const longest = 20_000

/**
 * What a page says of one listing, as checks need it: what the reader read, and beside it what only the rules ask
 * for. Pure over the document; `images` come measured, since that needs a browser.
 */
export function factsOfPage(
  listing: PageListing,
  images: ListingImage[] | undefined,
  doc: Document,
  url: URL
): ListingFacts {
  const { nativeId, sku, title, price, listPrice, brand, gtin, category, bullets, description } =
    listing
  const form = titleField(doc)
  const attributes = attributesOf(doc)
  const compliance = complianceBlock(doc)
  const condition = conditionOf(doc)
  const from = shipsFrom(doc, languageOfPage(doc)?.slice(0, 2))
  const path = category?.join(" › ")
  const shownTitle = form?.title || title
  return {
    ...rulesOf(url, doc),
    nativeId,
    ...(sku && { sku }),
    ...(shownTitle !== undefined && { title: shownTitle.slice(0, longest) }),
    ...(form?.titleLimit !== undefined && { titleLimit: form.titleLimit }),
    ...(price && { price }),
    ...(listPrice && { listPrice }),
    ...(brand && { brand }),
    ...(gtin && { gtin }),
    ...(path && { category: path, media: media.test(path) }),
    ...(bullets && { bullets }),
    ...(description && { description: description.slice(0, longest) }),
    ...(images && { images }),
    ...(listing.rating !== undefined && { rating: listing.rating }),
    ...(listing.ratings !== undefined && listing.ratings >= 0 && { reviews: listing.ratings }),
    ...(attributes.length > 0 && { attributes }),
    ...(compliance && { compliance }),
    ...(condition && { condition }),
    ...(from && { shipsFrom: from }),
    ...metaOf(doc)
  }
}
