import type { PageKind } from "../../src/domain/reading"
import type { MarketplaceAdapter } from "../../src/marketplace/adapter"
import { barredPage } from "../../src/marketplace/barred"
import { queryDeep } from "../../src/marketplace/query-deep"
import { listingAnchors, readListings } from "./listings"
import { messageAnchors, readMessages } from "./messages"
import { anchors, readOrder, readOrders } from "./orders"
import { selectors } from "./selectors"

const kinds: [RegExp, PageKind][] = [
  [/^\/portside-demo\/orders\/?$/, "orders"],
  [/^\/portside-demo\/orders\/[^/]+\/?$/, "order"],
  [/^\/portside-demo\/messages\/?$/, "messages"],
  [/^\/portside-demo\/(?:listings|products|stock)\/?$/, "listings"]
]

/** Our own back-office in demo/, for a first look and for the tests of the whole way. */
export const adapter: MarketplaceAdapter = {
  id: "demo",
  name: "Portside demo",
  page(url, doc) {
    if (!url.pathname.startsWith("/portside-demo/")) return null
    const kind = kinds.find(([path]) => path.test(url.pathname))?.[1] ?? null
    const rows = `${selectors.orderRow}, ${selectors.listingRow}, ${selectors.order}, ${selectors.message}, table`
    return queryDeep(doc, rows).length > 0 ? kind : (barredPage(doc) ?? kind)
  },
  account: (url) => `${url.host}/portside-demo`.replaceAll(":", "_"),
  ready: (doc) => queryDeep(doc, selectors.loading).length === 0,
  orders: readOrders,
  order: readOrder,
  listings: readListings,
  messages: readMessages,
  anchors: (doc) => [...anchors(doc), ...listingAnchors(doc), ...messageAnchors(doc)]
}
