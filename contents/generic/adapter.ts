import type { PageListing } from "../../src/domain/listing"
import type { PageMessage } from "../../src/domain/message"
import type { PageOrder } from "../../src/domain/order"
import {
  type MarketplaceAdapter,
  MissingField,
  type PageMoment,
  type Rows
} from "../../src/marketplace/adapter"
import { barredPage } from "../../src/marketplace/barred"
import { learnWords, taughtReaders } from "../../src/marketplace/learn-words"
import { onceATurn } from "../../src/marketplace/once-a-turn"
import { type AnyPage, readAny, readAnyNow } from "../../src/marketplace/read-any"
import { createSlices } from "../../src/marketplace/slices"

const id = "generic"

const here = (): PageMoment => ({
  now: Date.now(),
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone
})

let asked: PageMoment | undefined
const looks = onceATurn((doc, url) => readAnyNow(doc, url, asked ?? here(), taughtReaders()))
const inSlices = createSlices()

function look(doc: Document, url: URL, moment?: PageMoment): AnyPage | null {
  asked = moment
  return looks.ask(doc, url)
}

type RecordOf<K> = K extends "orders" | "order"
  ? PageOrder
  : K extends "messages"
    ? PageMessage
    : PageListing

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
  async prepare(doc, url) {
    await learnWords()
    looks.keep(doc, url, await inSlices(() => readAny(doc, url, here(), taughtReaders())))
  },
  page: (url, doc, moment) => look(doc, url, moment)?.kind ?? barredPage(doc),
  account: (url) => url.host.replaceAll(":", "_"),
  ready: (doc) => doc.readyState !== "loading",
  orders: (...on) => found("orders", ...on),
  order: (...on) => found("order", ...on),
  listings: (...on) => found("listings", ...on),
  listing: (...on) => found("listing", ...on),
  messages: (...on) => found("messages", ...on),
  anchors: (doc, url) => look(doc, url)?.anchors ?? []
}
