import { existsSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { parseHTML } from "linkedom"
import { currencyDigits } from "../../src/domain/currency-digits"
import type { ListingFacts } from "../../src/domain/listing-facts"
import type { Money } from "../../src/domain/money"
import { factsOfPage } from "../../src/marketplace/listing-page/facts"
import { listingHints, readListingPage } from "../../src/marketplace/listing-page/read"
import { adapters } from "../../test/adapters"
import { MissingData } from "../metric"
import { type ExpectedText, sameText } from "../readers/expected"

type Facts = Partial<
  Record<
    | "marketplace"
    | "store"
    | "brand"
    | "gtin"
    | "condition"
    | "shipsFrom"
    | "listPrice"
    | "searchTerms"
    /** From one star to five: "8/3/7/14/68 %". */
    | "stars",
    string | null
  >
> &
  /** Of bullets, tags, attributes and pictures, how many there are. */
  Partial<
    Record<
      "rating" | "reviews" | "bullets" | "sold" | "tags" | "attributes" | "images",
      number | null
    >
  > & { media?: boolean }
/** `readers` names the file of bench/expected/readers with the page's address, title and price; or they stand here. */
type Expected = {
  readers?: string
  page?: string
  url?: string
  title?: ExpectedText
  price?: string | null
  facts: Facts
}
export type Page = {
  file: string
  url: string
  title: ExpectedText | undefined
  price: string | null | undefined
  facts: Facts
}

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T
  } catch {
    throw new MissingData(`Cannot read ${file}.`)
  }
}

/** The pages of an expectation file, as `bench/expected/README.md` describes it. */
export function pagesOf(file: string): Page[] {
  return readJson<{ pages: Expected[] }>(file).pages.map((one): Page => {
    if (!one.readers) {
      const { page = "", url = "", title, price, facts } = one
      return { file: page, url, title, price, facts }
    }
    const own = readJson<{
      page: string
      url: string
      rows: { title: ExpectedText; price?: string | null }[]
    }>(join(import.meta.dirname, `../expected/readers/${one.readers}.json`))
    const [row] = own.rows
    return {
      file: own.page,
      url: own.url,
      title: row?.title,
      price: row?.price,
      facts: one.facts
    }
  })
}

/** A page beside its expectation, else in the folder of saved pages. */
export function savedPage(file: string, expected: string, folder: string): string {
  const beside = resolve(dirname(expected), file)
  try {
    return readFileSync(existsSync(beside) ? beside : resolve(folder, file), "utf8")
  } catch {
    throw new MissingData(
      `Cannot read ${file} in ${folder}: set PORTSIDE_PAGES to the folder of saved pages (shared/PAGES.md says where each is from).`
    )
  }
}
const moneyText = ({ minor, currency }: Money) => {
  const digits = currencyDigits(currency)
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`
}

/** The read facts in the words of the expectation. */
function told(facts: ListingFacts): Record<string, string | number | boolean | undefined> {
  const { marketplace, store, brand, gtin, condition, shipsFrom, searchTerms } = facts
  const { rating, reviews, sold, stars } = facts
  return {
    marketplace,
    store,
    brand,
    gtin,
    condition,
    shipsFrom,
    searchTerms,
    rating,
    reviews,
    sold,
    stars: stars && `${stars.map((share) => Math.round(share * 100)).join("/")} %`,
    media: facts.media ?? false,
    bullets: facts.bullets?.length,
    tags: facts.tags?.length,
    attributes: facts.attributes?.length,
    images: facts.images?.length,
    listPrice: facts.listPrice && moneyText(facts.listPrice),
    price: facts.price && moneyText(facts.price)
  }
}

export type Tally = { expected: number; read: number; wrong: number; faults: string[] }

/** What was read of a page against what a person sees on it. */
export function judge(page: Page, facts: ListingFacts | null): Tally {
  const tally: Tally = { expected: 0, read: 0, wrong: 0, faults: [] }
  const say = (field: string, wanted: unknown, found: unknown, right: boolean) => {
    if (wanted === undefined) return
    // nothing wanted and nothing found is right, but no reading
    if (wanted === null && found === undefined) return
    tally.expected += wanted === null ? 0 : 1
    if (right) tally.read++
    else if (found !== undefined) tally.wrong++
    if (!right) tally.faults.push(`${field}: ${String(found)} for ${String(wanted)}`)
  }
  const found = facts ? told(facts) : {}
  const { title } = page
  const rightTitle = Boolean(title && facts?.title && sameText(title, facts.title))
  say("title", title ? "the title" : title, facts?.title, rightTitle)
  for (const [field, wanted] of Object.entries({ price: page.price, ...page.facts })) {
    say(field, wanted, found[field], found[field] === wanted)
  }
  return tally
}

/** The facts of a saved page as the extension reads them, by its own reader where there is one. */
export function readFacts(page: Page, html: string, now: number): ListingFacts | null {
  const { document } = parseHTML(html)
  const doc = document as unknown as Document
  const url = new URL(page.url)
  const own = adapters.filter((adapter) => adapter.listing && adapter.page(url, doc) === "listing")
  const hints = listingHints(doc, url, now)
  const listing = readListingPage(doc, url, hints, own)
  return (
    listing &&
    factsOfPage(
      listing,
      listing.images?.map(() => ({})),
      doc,
      url,
      hints
    )
  )
}
