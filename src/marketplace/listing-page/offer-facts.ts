import { plainOf } from "../product/facts"
import { isNode, isOfType, jsonLdNodes, type SchemaNode } from "../product/json-ld"
import type { Piece } from "../records/pieces"

type OfferFacts = { seller?: string; variationImages?: number; stockPicture?: boolean }

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
const nameOf = (value: unknown): string | undefined => {
  const [first] = list(value)
  return isNode(first) ? plainOf(first.name) : undefined
}
const soldBy =
  /^(?:sold(?: and shipped)? by|verkauf(?:t)? durch|vendu par|vendido por|venduto da|verkocht door|販売元|店铺)\s*[:：]?\s*(.{2,60})$/iu
const stock = /^(?:stock photo|stock image|archivbild|photo non contractuelle|foto de archivo)$/iu

/** The most pictures that one variant of a product group names. */
function variationImages(products: SchemaNode[]): number | undefined {
  const counts = products
    .flatMap((product) => list(product.hasVariant))
    .filter(isNode)
    .map(({ image }) => (image === undefined ? 0 : list(image).length))
  const most = Math.max(0, ...counts)
  return most > 0 ? most : undefined
}

/** The shop's name, pictures by variation, and whether the page labels its picture as a stock photo. */
export function offerFacts(doc: Document, pieces: Piece[]): OfferFacts {
  const products = jsonLdNodes(doc).filter((node) => isOfType(node, ["Product", "ProductGroup"]))
  const inOffer = products
    .flatMap(({ offers }) => list(offers))
    .filter(isNode)
    .map((offer) => nameOf(offer.seller))
    .find(Boolean)
  const shown = pieces.map(({ text }) => soldBy.exec(text)?.[1]).find(Boolean)
  const seller = shown ?? inOffer
  const most = variationImages(products)
  return {
    ...(seller && { seller }),
    ...(most !== undefined && { variationImages: most }),
    ...(pieces.some(({ text }) => stock.test(text)) && { stockPicture: true })
  }
}
