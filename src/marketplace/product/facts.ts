import { currencyDigits } from "../../domain/currency-digits"
import { limits } from "../../domain/limit-values"
import type { PageListing } from "../../domain/listing"
import type { Money } from "../../domain/money"
import { isCurrencySign } from "../money-text"
import { parseUnits, plainText } from "../number-text"
import { isNode, type SchemaNode } from "./json-ld"

/** What one source says of a product; anything may be missing. */
export type ProductFacts = Partial<PageListing> & { url?: string }

const one = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
const many = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " "
}

/** Text of structured data: tags and entities out, one space, cut to what is kept. */
export function plainOf(value: unknown, most: number = limits.text): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined
  const text = String(value)
    .slice(0, most * 4)
    .replace(/<(?:br|\/p|\/li|\/div)[^>]*>/gi, "\n")
    .replace(/<[^>]{0,500}>/g, " ")
    .replace(/&(#x?[\da-f]+|\w+);/gi, (all, name: string) => {
      if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? all
      const code =
        name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code >= 32 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : " "
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a record may not hold
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, " ")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim()
    .slice(0, most)
    .trim()
  return text === "" ? undefined : text
}

const named = (value: unknown): string | undefined => {
  const first = one(value)
  return isNode(first) ? plainOf(one(first.name)) : plainOf(first)
}

/** An amount of structured data, where the point is the decimal sign: 43.9, "43.90", "48,00", "1,234.56". */
export function amountOf(value: unknown, currency: string | undefined): Money | undefined {
  if (!currency || !isCurrencySign(currency) || !/^[A-Z]{3}$/.test(currency)) return undefined
  const said =
    typeof value === "number" && Number.isFinite(value)
      ? String(value)
      : typeof value === "string"
        ? plainText(value)
        : ""
  const digits = said.replace(/^[^\d-]+|[^\d]+$/g, "")
  const minor = parseUnits(digits, currencyDigits(currency), ".")
  // 0 is what shops print for a product that can't be bought
  return minor === null || minor === 0 ? undefined : { minor, currency }
}

/** GTIN-8, -12, -13 and -14, and ISBN-13, with a right check digit (GS1 General Specifications §7.9). */
export function gtinOf(value: unknown): string | undefined {
  const digits = String(one(value) ?? "")
    .replace(/[\s-]/g, "")
    .replace(/^(?:isbn|gtin|ean|upc):?/i, "")
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return undefined
  const sum = Array.from(digits.slice(0, -1))
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1)) ? digits : undefined
}

function offersOf(node: SchemaNode): SchemaNode[] {
  return many(node.offers)
    .filter(isNode)
    .flatMap((offer) => {
      const inner = many(offer.offers).filter(isNode)
      return inner.length > 0 && offer.price === undefined && offer.lowPrice === undefined
        ? inner
        : [offer]
    })
}

type Priced = Pick<ProductFacts, "price" | "listPrice" | "inStock">

function pricesOf(offer: SchemaNode): Priced {
  const specifications = many(offer.priceSpecification).filter(isNode)
  const isList = (spec: SchemaNode) =>
    /ListPrice|StrikethroughPrice|MSRP|SRP/i.test(String(spec.priceType ?? ""))
  const current = specifications.find((spec) => !isList(spec))
  const currency =
    plainOf(one(offer.priceCurrency)) ??
    plainOf(one(current?.priceCurrency)) ??
    plainOf(one(specifications[0]?.priceCurrency))
  const price =
    amountOf(one(offer.price), currency) ??
    amountOf(one(current?.price), currency) ??
    amountOf(one(offer.lowPrice), currency)
  const before = specifications.find(isList)
  const listPrice = before && amountOf(one(before.price), currency)
  const availability = String(one(offer.availability) ?? "")
  const inStock = /InStock|LimitedAvailability|OnlineOnly|PreOrder|BackOrder/i.test(availability)
    ? true
    : /OutOfStock|SoldOut|Discontinued/i.test(availability)
      ? false
      : undefined
  return {
    ...(price && { price }),
    ...(listPrice && price && listPrice.minor > price.minor && { listPrice }),
    ...(inStock !== undefined && { inStock })
  }
}

function ratingOf(node: SchemaNode): Pick<ProductFacts, "rating" | "ratings"> {
  const said = one(node.aggregateRating)
  if (!isNode(said)) return {}
  const number = (value: unknown) =>
    Number(
      String(one(value) ?? "")
        .replace(/,(?=\d{1,2}$)/, ".")
        .replace(/[\s,]/g, "") || Number.NaN
    )
  const [value, best] = [number(said.ratingValue), number(said.bestRating)]
  const rating = Number.isFinite(best) && best > 0 ? (value / best) * 5 : value
  const ratings = [number(said.ratingCount), number(said.reviewCount)].find(Number.isInteger)
  return {
    ...(rating >= 0 && rating <= 5 && { rating: Math.round(rating * 100) / 100 }),
    ...(ratings !== undefined && { ratings })
  }
}

const addressOf = (value: unknown): string | undefined =>
  plainOf(
    isNode(value)
      ? (one(value.url) ?? one(value.contentUrl) ?? one(value.contentURL) ?? value["@id"])
      : value
  )

/** The offer whose own address is this page's, as of a chosen variant; else the first. */
function offerAt(node: SchemaNode, here: URL | undefined): SchemaNode | undefined {
  const offers = offersOf(node)
  const isHere = (offer: SchemaNode) => {
    const address = addressOf(one(offer.url))
    return (
      here !== undefined &&
      address !== undefined &&
      URL.canParse(address, here.href) &&
      new URL(address, here.href).href === here.href
    )
  }
  return offers.find(isHere) ?? offers[0]
}

/** What a Product node of schema.org says; of several offers the one of the address `here`. */
export function factsOf(node: SchemaNode, here?: URL): ProductFacts {
  const offer = offerAt(node, here)
  const title = plainOf(one(node.name))
  const sku = plainOf(one(node.sku)) ?? plainOf(one(offer?.sku))
  const id = plainOf(one(node.productID)) ?? plainOf(one(node.productId))
  const url = addressOf(one(node.url)) ?? addressOf(one(offer?.url))
  const gtin = [
    node.gtin,
    node.gtin13,
    node.gtin12,
    node.gtin14,
    node.gtin8,
    node.isbn,
    offer?.gtin13,
    offer?.gtin
  ]
    .map(gtinOf)
    .find(Boolean)
  const images = [
    ...new Set(
      many(node.image)
        .map(addressOf)
        .filter((image) => image !== undefined)
    )
  ].slice(0, 50)
  const category = named(node.category)
    ?.split(/\s*(?:>|<|›|»|\/)\s*/)
    .filter(Boolean)
  const [brand, description] = [
    named(node.brand) ?? named(node.manufacturer),
    plainOf(one(node.description), limits.longText)
  ]
  return {
    ...(id && { nativeId: id }),
    ...(sku && { sku }),
    ...(title && { title }),
    ...(offer && pricesOf(offer)),
    ...(brand && { brand }),
    ...(gtin && { gtin }),
    ...(category && category.length > 0 && { category }),
    ...(description && { description }),
    ...(images.length > 0 && { images }),
    ...ratingOf(node),
    ...(url && { url })
  }
}
