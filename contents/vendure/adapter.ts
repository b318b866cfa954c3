import type { MarketplaceAdapter } from "../../src/marketplace/adapter"
import { barredPage } from "../../src/marketplace/barred"
import { textOf } from "../../src/marketplace/page-text"
import { readListings } from "./listings"
import { readOrder } from "./order"
import { listAnchors, readOrders } from "./orders"
import { id } from "./page-facts"
import { selectors } from "./selectors"

const kinds = [
  [/^\/dashboard\/orders\/?$/, "orders"],
  [/^\/dashboard\/orders\/\d+\/?$/, "order"],
  [/^\/dashboard\/product-variants\/?$/, "listings"]
] as const

/** The dashboard of Vendure 3 under /dashboard (older versions with the Angular UI under /admin are not read). */
export const adapter: MarketplaceAdapter = {
  id,
  name: "Vendure",
  page(url, doc) {
    if (!url.pathname.startsWith("/dashboard/")) return null
    const barred = doc.querySelector("table") ? null : barredPage(doc)
    return barred ?? kinds.find(([path]) => path.test(url.pathname))?.[1] ?? null
  },
  account: (url) => url.host.replaceAll(":", "_"),
  ready: (doc) => doc.querySelector("table") !== null && !doc.querySelector(selectors.loading),
  orders: readOrders,
  order: readOrder,
  listings: readListings,
  anchors(doc, url) {
    if (this.page(url, doc) === "orders") return listAnchors(doc)
    const heading = doc.querySelector(selectors.heading)
    const nativeId = textOf(heading)
    return heading && nativeId && this.page(url, doc) === "order"
      ? [{ kind: "order", nativeId, element: heading }]
      : []
  }
}
