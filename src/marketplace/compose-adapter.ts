import type { PageListing } from "../domain/listing"
import type { PageMessage } from "../domain/message"
import type { PageOrder } from "../domain/order"
import type { PageKind } from "../domain/reading"
import { type MarketplaceAdapter, MissingField, type PageMoment, type Rows } from "./adapter"
import { barredPage } from "./barred"
import { findListing, findListings, findOrder, findOrders, type Reading } from "./find-records"
import { currencyOfHost } from "./host-currency"
import { learnWords } from "./learn-words"
import { onceATurn } from "./once-a-turn"
import { type PageHints, pageHints } from "./page-hints"
import { findGrids } from "./records/grids"

/** A way of reading by hooks that only this marketplace has; null where the page has none of them. */
type Own<T> = (doc: Document, url: URL, hints: PageHints) => Reading<T> | null

/** What is known of a marketplace. Everything that is not read by its own hooks is read by header words and values. */
export type MarketplaceFacts = {
  id: string
  name: string
  /** Kinds of pages by host, path and query ("seller.example.com/orders?tab=all"), the first that matches. */
  pages: [RegExp, PageKind][]
  /** The shop's name within its host, where a host serves several. */
  shop?: (url: URL, doc: Document) => string | undefined
  /** Something that stands on the page while its rows are loaded. */
  loading?: string
  /** What a page says when a list is empty, lower case. */
  empty?: RegExp
  currency?: (url: URL, doc: Document) => string | undefined
  orders?: Own<PageOrder>
  order?: Own<PageOrder>
  listings?: Own<PageListing>
  listing?: Own<PageListing>
  messages?: Own<PageMessage>
}

const emptyList =
  /\b(?:no|0) (?:orders?|results?|items?|products?|listings?|messages?)\b(?! ?(?:number|id))|keine (?:bestellungen|ergebnisse|angebote)|aucune? (?:commande|résultat|annonce)|(?:sin|no hay|no tienes) (?:pedidos|resultados|ventas|publicaciones)|nenhum(?:a)? (?:pedido|venda|anúncio|resultado)|nessun(?:o|a)? (?:ordine|risultato)|没有订单|暂无|没有数据|沒有訂單|查無|注文はありません|該当する.{0,12}ありません|주문이 없습니다|không có|tidak ada|ไม่มี/i

type Kinds = {
  orders: Reading<PageOrder>
  order: Reading<PageOrder>
  listings: Reading<PageListing>
  listing: Reading<PageListing>
  messages: Reading<PageMessage>
}
type AnyReading = Kinds[PageKind]

function hintsOf(facts: MarketplaceFacts, doc: Document, url: URL, moment: PageMoment): PageHints {
  const hints = pageHints(doc, moment)
  const currency = hints.currency ?? facts.currency?.(url, doc) ?? currencyOfHost(url.host)
  return { ...hints, ...(currency && { currency }) }
}

/** What any reader would find on a page of this kind. */
function byWords(kind: PageKind, doc: Document, url: URL, hints: PageHints): AnyReading | null {
  if (kind === "orders") return findOrders(doc, hints)
  if (kind === "order") return findOrder(doc, url, [...findGrids(doc)], hints)
  if (kind === "listings") return findListings(doc, url, hints)
  return kind === "listing" ? findListing(doc, url, hints) : null
}

/** Fields in which two readings of the same list differ; rows that only one of them has say nothing. */
function doubtsOf(own: AnyReading, words: AnyReading | null): string[] {
  const byId = new Map(
    (words?.rows ?? []).map((row) => [row.nativeId, row as Record<string, unknown>])
  )
  const doubts = new Set<string>()
  for (const row of own.rows as ({ nativeId: string } & Record<string, unknown>)[]) {
    const other = byId.get(row.nativeId)
    for (const field of ["total", "placedAt", "price"] as const) {
      const [a, b] = [row[field], other?.[field]]
      if (a !== undefined && b !== undefined && JSON.stringify(a) !== JSON.stringify(b))
        doubts.add(field.toLowerCase())
    }
  }
  return [...doubts]
}

/** Own hooks first, compared with what words say; words alone where a change of the page took the hooks away. */
function readKind(
  facts: MarketplaceFacts,
  kind: PageKind,
  doc: Document,
  url: URL,
  moment: PageMoment
): AnyReading | null {
  const hints = hintsOf(facts, doc, url, moment)
  const own: AnyReading | null = facts[kind]?.(doc, url, hints) ?? null
  if (own && own.rows.length > 0) {
    const isList = kind === "orders" || kind === "listings"
    const doubts =
      isList && own.anchors.length > 0 ? doubtsOf(own, byWords(kind, doc, url, hints)) : []
    return doubts.length > 0 ? { ...own, doubts } : own
  }
  return byWords(kind, doc, url, hints)
}

const shownText = (doc: Document) =>
  (doc.querySelector("main, [role=main]") ?? doc.body)?.textContent?.slice(0, 20_000) ?? ""

/** The adapter of a marketplace from what is known of it. */
export function composeAdapter(facts: MarketplaceFacts): MarketplaceAdapter {
  const here = (): PageMoment => ({
    now: Date.now(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone
  })
  let asked: PageMoment | undefined
  const kindOf = (url: URL) =>
    facts.pages.find(([pattern]) => pattern.test(`${url.host}${url.pathname}${url.search}`))?.[1] ??
    null
  const readings = onceATurn((doc, url) => {
    const kind = kindOf(url)
    return kind && readKind(facts, kind, doc, url, asked ?? here())
  })
  function read(doc: Document, url: URL, moment?: PageMoment) {
    asked = moment
    return readings.ask(doc, url)
  }
  function rows<K extends PageKind>(kind: K) {
    return (doc: Document, url: URL, moment: PageMoment): Rows<Kinds[K]["rows"][number]> => {
      const reading = read(doc, url, moment)
      if (reading) {
        const { anchors: _, ...found } = reading
        return found as Rows<Kinds[K]["rows"][number]>
      }
      if ((facts.empty ?? emptyList).test(shownText(doc)))
        return { rows: [], expected: 0, strategy: "empty" }
      throw new MissingField(facts.id, kind, "rows")
    }
  }
  const has = (kind: PageKind) => facts.pages.some(([, known]) => known === kind)
  return {
    id: facts.id,
    name: facts.name,
    prepare: async (_, url) => (kindOf(url) === null ? undefined : learnWords()),
    page(url, doc, moment) {
      const kind = kindOf(url)
      // what stands before the records is looked for only where there are none
      return kind && (read(doc, url, moment) === null ? (barredPage(doc) ?? kind) : kind)
    },
    account(url, doc) {
      const shop = facts.shop?.(url, doc)
      return (shop ? `${url.host}/${shop}` : url.host).replaceAll(":", "_")
    },
    ready: (doc) =>
      doc.readyState !== "loading" && !(facts.loading && doc.querySelector(facts.loading)),
    ...(has("orders") && { orders: rows("orders") }),
    ...(has("order") && { order: rows("order") }),
    ...(has("listings") && { listings: rows("listings") }),
    ...(has("listing") && { listing: rows("listing") }),
    ...(has("messages") && { messages: rows("messages") }),
    anchors: (doc, url) => read(doc, url)?.anchors ?? []
  }
}
