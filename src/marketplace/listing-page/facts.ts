import type { PageListing } from "../../domain/listing"
import type { ListingFacts, ListingImage } from "../../domain/listing-facts"
import type { PageHints } from "../page-hints"
import { languageOfPage } from "../page-text"
import { gtinOf } from "../product/facts"
import { type Attribute, attributesOf } from "./attributes"
import { complianceBlock } from "./compliance"
import { conditionOf } from "./condition"
import { listingForm } from "./listing-form"
import { metaOf } from "./meta"
import { offerFacts } from "./offer-facts"
import { productArea } from "./product-area"
import { rulesOf } from "./rules-of"
import { shipsFrom } from "./ships-from"
import { shownListPrice } from "./shown-list-price"
import { shownRating } from "./shown-rating"
import { shownSold } from "./shown-sold"
import { starShares } from "./star-shares"
import { shownTags } from "./tags"

const media =
  /\b(?:books?|kindle|e-?books?|music|movies|dvd|blu-ray|vinyl|bücher|livres|libros|libri|livros|musik|música)\b/i
const brandName = /^(?:brand(?: name)?|marke|marque|marca|merk|marka|märke|品牌|ブランド|бренд)$/iu
const gtinName =
  /^(?:ean|upc|gtin(?:-?1[234])?|isbn(?:-13)?|barcode|código universal de producto)$/iu
const longest = 20_000

/** What the page's own table says where the reader found nothing. */
function fromTable(attributes: Attribute[]): { brand?: string; gtin?: string } {
  const brand = attributes.find(({ name }) => brandName.test(name))?.value
  const gtin = attributes
    .filter(({ name }) => gtinName.test(name))
    .map(({ value }) => gtinOf(value))
    .find(Boolean)
  return { ...(brand && { brand }), ...(gtin && { gtin }) }
}

/** What stands beside the product's name and price. */
function besideProduct(listing: PageListing, doc: Document, hints: PageHints) {
  const area = productArea(doc, listing.price, hints)
  if (!area) return { pieces: [] }
  const { rating, reviews } = listing.rating === undefined ? shownRating(area, hints.locale) : {}
  const listPrice = listing.price && shownListPrice(area, listing.price, hints)
  const sold = shownSold(area.pieces, hints.locale)
  return {
    pieces: area.pieces,
    ...(rating !== undefined && { rating }),
    ...(reviews !== undefined && { reviews }),
    ...(listPrice && { listPrice }),
    ...(sold !== undefined && { sold })
  }
}

/**
 * What a page says of one listing, as checks need it: what the reader read, and beside it what only the rules ask
 * for. Pure over the document; `images` come measured, since that needs a browser.
 */
export function factsOfPage(
  listing: PageListing,
  images: ListingImage[] | undefined,
  doc: Document,
  url: URL,
  hints: PageHints
): ListingFacts {
  const { nativeId, sku, title, price, category, bullets, description } = listing
  const form = listingForm(doc)
  const attributes = attributesOf(doc)
  const { pieces, ...beside } = besideProduct(listing, doc, hints)
  const own = {
    ...(listing.listPrice && { listPrice: listing.listPrice }),
    ...(listing.brand && { brand: listing.brand }),
    ...(listing.gtin && { gtin: listing.gtin }),
    ...(listing.rating !== undefined && { rating: listing.rating }),
    ...(listing.ratings !== undefined && listing.ratings >= 0 && { reviews: listing.ratings })
  }
  const compliance = complianceBlock(doc)
  const condition = conditionOf(doc, pieces, attributes)
  const from = shipsFrom(doc, languageOfPage(doc)?.slice(0, 2))
  const [stars, tags] = [starShares(doc), shownTags(doc)]
  const path = category?.join(" › ")
  return {
    ...rulesOf(url, doc),
    nativeId,
    ...(sku && { sku }),
    ...(title !== undefined && { title: title.slice(0, longest) }),
    ...(price && { price }),
    ...(path && { category: path, media: media.test(path) }),
    ...(bullets && { bullets }),
    ...(description && { description: description.slice(0, longest) }),
    ...(images && { images }),
    ...fromTable(attributes),
    ...beside,
    ...own,
    ...(stars && { stars }),
    ...(tags && { tags }),
    ...offerFacts(doc, pieces),
    ...(attributes.length > 0 && { attributes }),
    ...(compliance && { compliance }),
    ...(condition && { condition }),
    ...(from && { shipsFrom: from }),
    ...metaOf(doc),
    // what the seller is typing is newer than what the page was built with
    ...form
  }
}
