import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseHTML } from "linkedom"
import { wordsFor } from "../locales"
import { currencyDigits } from "../src/domain/currency-digits"
import type { ListingFacts } from "../src/domain/listing-facts"
import type { Money } from "../src/domain/money"
import { analyse, dayOf } from "../src/listing-rules/analyse"
import { noContext } from "../src/listing-rules/check"
import { shippedRules } from "../src/listing-rules/packs"
import { suggest } from "../src/listing-rules/suggest"
import { factsOfPage } from "../src/marketplace/listing-page/facts"
import { readListingPage } from "../src/marketplace/listing-page/read"
import { adapters } from "../test/adapters"
import { type Measurement, type Metric, MissingData } from "./metric"
import { type ExpectedText, sameText } from "./readers/expected"

type Facts = Partial<
  Record<
    "marketplace" | "store" | "brand" | "gtin" | "condition" | "shipsFrom" | "listPrice",
    string | null
  >
> &
  Partial<Record<"rating" | "reviews" | "bullets", number | null>> & { media?: boolean }
/** `readers` names the file of bench/expected/readers with the page's address, title and price; or they stand here. */
type Expected = {
  readers?: string
  page?: string
  url?: string
  title?: ExpectedText
  price?: string | null
  facts: Facts
}
type Page = {
  file: string
  url: string
  title: ExpectedText | undefined
  price: string | null | undefined
  facts: Facts
}

const root = resolve(import.meta.dirname, "..")
const pagesFolder = () => process.env.PORTSIDE_PAGES ?? resolve(root, "../shared/pages")

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T
  } catch {
    throw new MissingData(`Cannot read ${file}.`)
  }
}

function pagesOf(file: string): Page[] {
  return readJson<{ pages: Expected[] }>(file).pages.map((one): Page => {
    if (!one.readers) {
      const { page = "", url = "", title, price, facts } = one
      return { file: page, url, title, price, facts }
    }
    const own = readJson<{
      page: string
      url: string
      rows: { title: ExpectedText; price?: string | null }[]
    }>(join(import.meta.dirname, `expected/readers/${one.readers}.json`))
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

const moneyText = ({ minor, currency }: Money) => {
  const digits = currencyDigits(currency)
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`
}

/** The read facts in the words of the expectation. */
function told(facts: ListingFacts): Record<string, string | number | boolean | undefined> {
  const {
    marketplace,
    store,
    brand,
    gtin,
    condition,
    shipsFrom,
    listPrice,
    rating,
    reviews,
    bullets,
    media
  } = facts
  return {
    marketplace,
    store,
    brand,
    gtin,
    condition,
    shipsFrom,
    rating,
    reviews,
    media: media ?? false,
    bullets: bullets?.length,
    listPrice: listPrice && moneyText(listPrice),
    price: facts.price && moneyText(facts.price)
  }
}

type Tally = { expected: number; read: number; wrong: number; faults: string[] }

function judge(page: Page, facts: ListingFacts | null): Tally {
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

function readFacts(page: Page, html: string, now: number): ListingFacts | null {
  const { document } = parseHTML(html)
  const doc = document as unknown as Document
  const url = new URL(page.url)
  const own = adapters.filter((adapter) => adapter.listing && adapter.page(url, doc) === "listing")
  const listing = readListingPage(doc, url, now, own)
  return (
    listing &&
    factsOfPage(
      listing,
      listing.images?.map(() => ({})),
      doc,
      url
    )
  )
}

/** What a reader of the evaluation should judge: every finding that is not "passed", and the suggested title. */
function printFindings(facts: ListingFacts, day: string): void {
  const words = wordsFor("en-US")
  const findings = analyse(facts, shippedRules, day, noContext)
  const unknown = findings.filter(({ outcome }) => outcome === "unknown").length
  for (const finding of findings) {
    if (finding.outcome === "passed" || finding.outcome === "unknown") continue
    const marked = finding.marks.slice(0, 3).map(({ text }) => JSON.stringify(text.slice(0, 60)))
    console.log(
      `    ${finding.outcome.padEnd(7)} ${words.finding(finding).says} ${marked.join(" ")} [${finding.ruleId}]`
    )
  }
  for (const { field, now, better } of suggest(facts, shippedRules, day, noContext)) {
    if (field === "title")
      console.log(`    better title (${better.length} for ${now.length} characters): ${better}`)
  }
  console.log(`    ${unknown} of ${findings.length} rules: not visible on the page`)
}

/** `--expected FILE` judges other pages; `--day 2026-07-26` holds them against the rules of another day. */
async function run(options: string[]): Promise<Metric[]> {
  const option = (name: string) => {
    const at = options.indexOf(name)
    return at < 0 ? undefined : options[at + 1]
  }
  const now = Date.now()
  const day = option("--day") ?? dayOf(now)
  const pages = pagesOf(
    option("--expected") ?? join(import.meta.dirname, "expected/listing/pages.json")
  )
  const folder = pagesFolder()
  const tallies = pages.map((page) => {
    let html: string
    try {
      html = readFileSync(resolve(folder, page.file), "utf8")
    } catch {
      throw new MissingData(
        `Cannot read ${page.file} in ${folder}: set PORTSIDE_PAGES to the folder of saved pages (shared/PAGES.md says where each is from).`
      )
    }
    const facts = readFacts(page, html, now)
    const tally = judge(page, facts)
    console.log(`${page.file}: ${tally.read}/${tally.expected} read, ${tally.wrong} wrong`)
    for (const fault of tally.faults) console.log(`    fault   ${fault}`)
    if (facts) printFindings(facts, day)
    return tally
  })
  const sum = (field: "expected" | "read" | "wrong") =>
    tallies.reduce((total, tally) => total + tally[field], 0)
  const n = sum("expected")
  const note = `${pages.length} saved listing pages, rules of ${day}`
  return [
    { id: "listing.fields.read", value: sum("read") / n, unit: "share", n, note },
    { id: "listing.fields.wrong", value: sum("wrong") / n, unit: "share", n, note }
  ]
}

/** Fields of saved listing pages against what a person sees, and the findings for a reader to judge. */
export const listingEvaluation: Measurement = { name: "listing", run }
