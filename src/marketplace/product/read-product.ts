import type { PageListing } from "../../domain/listing"
import type { Money } from "../../domain/money"
import type { PageHints } from "../page-hints"
import { textOf } from "../page-text"
import { factsOf, type ProductFacts, plainOf } from "./facts"
import { isNode, isOfType, jsonLdNodes, listMembers, type SchemaNode } from "./json-ld"
import { markedNodes } from "./markup"
import { openGraphFacts } from "./open-graph"
import { type ShownProduct, shownProduct } from "./shown-product"

const productTypes = [
  "Product",
  "ProductGroup",
  "ProductModel",
  "IndividualProduct",
  "SomeProducts",
  "Vehicle",
  "Book"
]
const isProduct = (node: SchemaNode) => isOfType(node, productTypes)

export type ProductReading = {
  listing: PageListing
  /** The source that named the product: "json-ld", "microdata", "rdfa", "open-graph", "heading". */
  strategy: string
  confidence: Record<string, number>
  /** Fields on which two sources of the page disagree. */
  doubts: string[]
}

type Source = { name: string; trust: number; facts: ProductFacts }

const samePage = (address: string | undefined, url: URL): boolean => {
  if (!address || !URL.canParse(address, url.href)) return false
  const other = new URL(address, url.href)
  return (
    other.host === url.host && other.pathname.replace(/\/$/, "") === url.pathname.replace(/\/$/, "")
  )
}

/** A group's own words with the offer of the variant that this address shows, else of its first. */
function withVariant(node: SchemaNode, url: URL): ProductFacts {
  const own = factsOf(node, url)
  const variants = (Array.isArray(node.hasVariant) ? node.hasVariant : [node.hasVariant])
    .filter(isNode)
    .map((variant) => factsOf(variant))
  const shown =
    variants.find(
      (facts) =>
        facts.url &&
        URL.canParse(facts.url, url.href) &&
        new URL(facts.url, url.href).href === url.href
    ) ?? variants[0]
  return own.price || !shown ? own : { ...shown, ...own }
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** How much a page's own title speaks of a product, 0 to 1; a page without a title may speak of anything. */
function namedBy(title: string, doc: Document): number {
  const own = wordsOf(title)
  const said = new Set(wordsOf(`${doc.title ?? ""} ${textOf(doc.querySelector("h1"))}`))
  return said.size === 0 ? 1 : own.filter((word) => said.has(word)).length / own.length
}
const leastNamed = 0.4

/** The product that the page is about; undefined when it holds several and none is this page's. */
function mainProduct(nodes: SchemaNode[], doc: Document, url: URL): ProductFacts | undefined {
  const products = nodes.filter(isProduct)
  const facts = products
    .map((node) => withVariant(node, url))
    .filter(({ title }) => title !== undefined)
  const here = facts.find((one) => samePage(one.url, url))
  const [best] = facts
    .map((one) => ({ one, named: namedBy(one.title ?? "", doc) }))
    .filter(({ named }) => named >= leastNamed)
    .toSorted((a, b) => b.named - a.named)
  return here ?? best?.one
}

function breadcrumbOf(nodes: SchemaNode[]): string[] | undefined {
  const list = nodes.find((node) => isOfType(node, ["BreadcrumbList"]))?.itemListElement
  const names = (Array.isArray(list) ? list : [])
    .filter(isNode)
    .flatMap(
      (step) =>
        plainOf(step.name) ?? (isNode(step.item) ? plainOf(step.item.name) : undefined) ?? []
    )
  return names.length > 1 ? names : undefined
}

const merged = [
  "sku",
  "title",
  "price",
  "listPrice",
  "brand",
  "gtin",
  "category",
  "description",
  "images",
  "rating",
  "ratings",
  "inStock",
  "available"
] as const

const contains = (whole: string | undefined, part: string | undefined) =>
  whole !== undefined && part !== undefined && whole.toLowerCase().includes(part.toLowerCase())

const sameMoney = (a: Money | undefined, b: Money) =>
  a?.minor === b.minor && a.currency === b.currency

/** Whether the page itself shows the price that its data names; undefined where it shows none. */
function isPriceShown(price: Money, shown: ShownProduct | null): boolean | undefined {
  if (!shown || shown.amounts.length === 0) return undefined
  return sameMoney(shown.price, price) || shown.amounts.some((amount) => sameMoney(amount, price))
}

/** Ids in addresses of products: "/dp/B0…", "/itm/1400…", "/listing/15…/name", "name-i1001.2002", "-g-6010.html", "/ip/name/5000". */
const idPatterns = [
  /\/(?:dp|gp\/product)\/([A-Z0-9]{10})/,
  /-i\.?(\d+(?:\.\d+)?)(?:-s\d+)?(?:\.html)?$/,
  /-g-(\d{4,})\.html$/,
  /\/(?:itm|listing|item|ip|p|products?|product-variants)\/(?:[^/]+\/)?([A-Z]{0,4}\d{5,})(?:[/.]|$)/
]

/** The id in a product's address; else its last part. */
export function idInUrl(url: URL): string | undefined {
  const asked = ["id", "product_id", "item_id", "productId", "itemId", "sku"]
    .map((name) => url.searchParams.get(name))
    .find(Boolean)
  const known = idPatterns.map((pattern) => pattern.exec(url.pathname)?.[1]).find(Boolean)
  const last = url.pathname
    .split("/")
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.\w{2,5}$/, "")
  return asked ?? known ?? (last && last.length <= 120 ? decodePart(last) : undefined)
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // "%E0%A4" and the like: no text, but still the same each time
    return part
  }
}

/** Merges what a page's sources say of its product: structured data first, then what a person sees. Null: not the page of one product. */
export function readProduct(doc: Document, url: URL, hints: PageHints): ProductReading | null {
  const linked = jsonLdNodes(doc)
  const graph = openGraphFacts(doc)
  const currency =
    mainProduct(linked, doc, url)?.price?.currency ?? graph.price?.currency ?? hints.currency
  const shown = shownProduct(doc, { ...hints, ...(currency && { currency }) })
  const structured: Source[] = [
    { name: "json-ld", trust: 0.95, facts: mainProduct(linked, doc, url) ?? {} },
    {
      name: "microdata",
      trust: 0.9,
      facts: mainProduct(markedNodes(doc, "microdata"), doc, url) ?? {}
    },
    { name: "rdfa", trust: 0.9, facts: mainProduct(markedNodes(doc, "rdfa"), doc, url) ?? {} },
    {
      name: "open-graph",
      trust: 0.8,
      facts: graph.isProduct && (graph.price || shown?.canBuy) ? graph : {}
    }
  ].filter(({ facts }) => facts.title !== undefined)
  const isOne = structured.length > 0 || (shown?.canBuy && shown.price)
  if (!isOne) return null
  const sources: Source[] = shown
    ? [...structured, { name: "heading", trust: 0.6, facts: shown }]
    : structured
  const listing: Partial<PageListing> = {}
  const confidence: Record<string, number> = {}
  const doubts: string[] = []
  for (const field of merged) {
    const saying = sources.filter(({ facts }) => facts[field] !== undefined)
    const [said, second] = saying
    if (!said) continue
    // titles for social networks are decorated; the heading inside one is the product's name
    const first =
      field === "title" &&
      said.name === "open-graph" &&
      second &&
      contains(said.facts.title, second.facts.title)
        ? second
        : said
    Object.assign(listing, { [field]: first.facts[field] })
    const seen =
      field === "price" && first.facts.price && first.name !== "heading"
        ? isPriceShown(first.facts.price, shown)
        : undefined
    // what stands beside the name is what buyers see; its data may be of another variant, or without tax
    if (seen === false && shown?.price) Object.assign(listing, { price: shown.price })
    if (seen === false) doubts.push(field)
    const sure = second ? Math.min(0.99, Math.round(first.trust * 100 + 4) / 100) : first.trust
    confidence[field.toLowerCase()] = seen === false ? Math.round(sure * 50) / 100 : sure
  }
  // a struck price belongs to the price that was read
  if (
    listing.listPrice &&
    !(
      listing.price &&
      listing.listPrice.currency === listing.price.currency &&
      listing.listPrice.minor > listing.price.minor
    )
  ) {
    delete listing.listPrice
  }
  const category = listing.category ?? breadcrumbOf([...linked, ...markedNodes(doc, "microdata")])
  const own = sources.map(({ facts }) => facts.nativeId).find(Boolean)
  const nativeId = own ?? listing.sku ?? idInUrl(url) ?? listing.gtin ?? listing.title
  const [winner] = sources
  if (!nativeId || !listing.title || !winner) return null
  return {
    listing: { ...listing, nativeId, ...(category && { category }) },
    strategy: winner.name,
    confidence,
    doubts
  }
}

/** The products that a page's structured data lists (a search or category page). */
export function listedProducts(doc: Document, url: URL): PageListing[] {
  const linked = jsonLdNodes(doc)
  const nodes = [...listMembers(linked), ...linked, ...markedNodes(doc, "microdata")].filter(
    isProduct
  )
  return nodes.flatMap((node): PageListing[] => {
    const { url: address, description: _, ...facts } = factsOf(node)
    const id =
      facts.nativeId ??
      facts.sku ??
      (address && URL.canParse(address, url.href)
        ? idInUrl(new URL(address, url.href))
        : undefined) ??
      facts.title
    return id && facts.title ? [{ ...facts, nativeId: id }] : []
  })
}
