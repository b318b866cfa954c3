import type { PageListing } from "../../src/domain/listing"
import type { PageOrder } from "../../src/domain/order"
import {
  type MarketplaceAdapter,
  MissingField,
  type PageMoment
} from "../../src/marketplace/adapter"
import { barredPage } from "../../src/marketplace/barred"
import { type AnyPage, readAnyNow } from "../../src/marketplace/read-any"

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

function one<T>(rows: T[] | undefined, kind: "order" | "listing"): T {
  const [row] = rows ?? []
  if (!row) throw new MissingField(id, kind, kind)
  return row
}

/** Any page that no marketplace's own reader knows. */
export const adapter: MarketplaceAdapter = {
  id,
  name: "Other page",
  page: (url, doc, moment) => look(doc, url, moment)?.kind ?? barredPage(doc),
  account: (url) => url.host.replaceAll(":", "_"),
  ready: (doc) => doc.readyState !== "loading",
  orders(doc, url, moment) {
    const page = look(doc, url, moment)
    if (page?.kind !== "orders") throw new MissingField(id, "orders", "rows")
    return page
  },
  order: (doc, url, moment) =>
    one(look(doc, url, moment)?.rows as PageOrder[] | undefined, "order"),
  listings(doc, url, moment) {
    const page = look(doc, url, moment)
    if (page?.kind !== "listings") throw new MissingField(id, "listings", "rows")
    return page
  },
  listing: (doc, url, moment) =>
    one(look(doc, url, moment)?.rows as PageListing[] | undefined, "listing"),
  anchors: (doc, url) => look(doc, url)?.anchors ?? []
}
