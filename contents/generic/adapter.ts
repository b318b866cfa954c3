import type { PageListing } from "../../src/domain/listing"
import type { PageOrder } from "../../src/domain/order"
import {
  type MarketplaceAdapter,
  MissingField,
  type PageMoment,
  type Rows
} from "../../src/marketplace/adapter"
import { barredPage } from "../../src/marketplace/barred"
import { type AnyPage, readAny, readAnyNow } from "../../src/marketplace/read-any"

const id = "generic"

const here = (): PageMoment => ({
  now: Date.now(),
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone
})

let last: { doc: Document; href: string; page: AnyPage | null } | undefined

/** One look at a page answers all questions that are asked of it in the same turn. */
function look(doc: Document, url: URL, moment: PageMoment = here()): AnyPage | null {
  if (last?.doc === doc && last.href === url.href) return last.page
  const page = readAnyNow(doc, url, moment)
  last = { doc, href: url.href, page }
  queueMicrotask(() => {
    last = undefined
  })
  return page
}

/** A slice of work; the page answers to its user between two. */
const sliceMs = 8
/** Of the whole time, as for every reader. */
const share = 0.05
let notBefore = 0

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Looks at the page in slices; what was found holds for the turn in which the promise is kept. */
async function prepare(doc: Document, url: URL): Promise<void> {
  await rest(Math.max(0, notBefore - performance.now()))
  const steps = readAny(doc, url, here())
  let worked = 0
  for (;;) {
    const start = performance.now()
    let step = steps.next()
    while (!step.done && performance.now() - start < sliceMs) step = steps.next()
    worked += performance.now() - start
    if (step.done) {
      last = { doc, href: url.href, page: step.value }
      notBefore = performance.now() + worked / share
      setTimeout(() => {
        last = undefined
      })
      return
    }
    await rest(0)
  }
}

type RecordOf<K> = K extends "orders" | "order" ? PageOrder : PageListing

/** What was found, if it is of the kind that is asked for. */
function found<K extends AnyPage["kind"]>(kind: K, doc: Document, url: URL, moment: PageMoment) {
  const page = look(doc, url, moment)
  if (page?.kind !== kind) throw new MissingField(id, kind, "rows")
  const { kind: _, anchors: __, ...rows } = page
  return rows as Rows<RecordOf<K>>
}

/** Any page that no marketplace's own reader knows. */
export const adapter: MarketplaceAdapter = {
  id,
  name: "Other page",
  prepare,
  page: (url, doc, moment) => look(doc, url, moment)?.kind ?? barredPage(doc),
  account: (url) => url.host.replaceAll(":", "_"),
  ready: (doc) => doc.readyState !== "loading",
  orders: (...on) => found("orders", ...on),
  order: (...on) => found("order", ...on),
  listings: (...on) => found("listings", ...on),
  listing: (...on) => found("listing", ...on),
  anchors: (doc, url) => look(doc, url)?.anchors ?? []
}
