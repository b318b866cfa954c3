import { limits } from "../../src/domain/limit-values"
import type { PageListing } from "../../src/domain/listing"
import { parseCount } from "../../src/marketplace/count-text"
import type { Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"
import { isWithinHidden, textOf } from "../../src/marketplace/page-text"
import { plainOf } from "../../src/marketplace/product/facts"
import { piecesIn } from "../../src/marketplace/records/pieces"
import { moneyIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

/** The first amount that a shown element of a selector says, from its copy for screen readers where there is one. */
function moneyAt(doc: Document, selector: string, hints: PageHints) {
  for (const element of Array.from(doc.querySelectorAll(selector)).filter(
    (one) => !isWithinHidden(one)
  )) {
    const spoken = element.querySelector(".a-offscreen")?.textContent ?? ""
    const money =
      moneyIn(spoken.trim(), hints) ??
      piecesIn(element)
        .map(({ text }) => moneyIn(text, hints))
        .find((one) => one !== null)
    if (money) return money
  }
  return undefined
}

/** "4,1 de 5 estrellas", "4.8 out of 5 stars", "5つ星のうち4.2". */
function ratingIn(text: string): number | undefined {
  const numbers = (text.match(/\d(?:[.,]\d)?/g) ?? []).map((one) => Number(one.replace(",", ".")))
  const rating = numbers.length === 2 ? numbers.find((_, i) => numbers[1 - i] === 5) : numbers[0]
  return rating !== undefined && rating <= 5 ? rating : undefined
}

/** A product page as its buyers see it (/dp/<ASIN>). Amazon prints no structured data of a product. */
export function readListing(
  doc: Document,
  url: URL,
  hints: PageHints
): Reading<PageListing> | null {
  const title = textOf(doc.querySelector(selectors.title))
  const asin =
    /\/(?:dp|gp\/product|product)\/([A-Z0-9]{10})/.exec(url.pathname)?.[1] ??
    doc.querySelector("input#ASIN")?.getAttribute("value")
  if (!title || !asin) return null
  const price = moneyAt(doc, selectors.price, hints)
  const listPrice = moneyAt(doc, selectors.listPrice, hints)
  const texts = (selector: string) =>
    Array.from(doc.querySelectorAll(selector)).map(textOf).filter(Boolean)
  const [bullets, category] = [texts(selectors.bullets), texts(selectors.breadcrumb)]
  const brand = textOf(doc.querySelector(selectors.brand)).replace(
    /^(?:Visit the|Visita la tienda de|Besuche den|Visiter la boutique|Brand:|ブランド[:：]|Marca:|Marke:|Marque\s?:)\s*|\s*(?:Store|-Store)$/gi,
    ""
  )
  const description = plainOf(textOf(doc.querySelector(selectors.description)), limits.longText)
  const rating = ratingIn(doc.querySelector(selectors.rating)?.textContent ?? "")
  const ratings = parseCount(
    /[\d.,\s\u00a0]*\d/.exec(textOf(doc.querySelector(selectors.ratings)))?.[0]?.trim() ?? "",
    hints.locale
  )
  const images = Array.from(doc.querySelectorAll(selectors.images))
    .flatMap((image) => image.getAttribute("data-old-hires") || image.getAttribute("src") || [])
    .filter((address) => /^https:/.test(address) && address.length <= limits.text)
  return {
    expected: 1,
    strategy: "product-page",
    anchors: [],
    rows: [
      {
        nativeId: asin,
        title,
        ...(price && { price }),
        ...(listPrice && price && listPrice.minor > price.minor && { listPrice }),
        // a book's line names its author
        ...(brand && !/\(/.test(brand) && { brand }),
        ...(bullets.length > 0 && { bullets: bullets.slice(0, 30) }),
        ...(category.length > 0 && { category: category.slice(0, 12) }),
        ...(description && { description }),
        ...(images.length > 0 && { images: [...new Set(images)].slice(0, 30) }),
        ...(rating !== undefined && { rating }),
        ...(ratings !== null && { ratings })
      }
    ]
  }
}
