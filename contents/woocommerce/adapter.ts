import type { PageKind } from "../../src/domain/reading"
import type { MarketplaceAdapter } from "../../src/marketplace/adapter"
import { barredPage } from "../../src/marketplace/barred"
import { readListings } from "./listings"
import { readOrder } from "./order"
import { listAnchors, readOrders } from "./orders"
import { id } from "./page-facts"
import { selectors } from "./selectors"

function kindOf(url: URL, doc: Document): PageKind | null {
  const asked = url.searchParams
  const file = url.pathname.split("/").at(-1)
  const editing = asked.get("action") === "edit"
  if (file === "admin.php" && asked.get("page") === "wc-orders") return editing ? "order" : "orders"
  if (file === "edit.php") {
    if (asked.get("post_type") === "shop_order") return "orders"
    return asked.get("post_type") === "product" ? "listings" : null
  }
  return file === "post.php" && editing && doc.querySelector(selectors.orderData) ? "order" : null
}

/** WooCommerce in WordPress's admin: orders in both storages, one order, products. */
export const adapter: MarketplaceAdapter = {
  id,
  name: "WooCommerce",
  page(url, doc) {
    if (!/\/wp-admin\//.test(url.pathname)) return null
    const shown = doc.querySelector(`${selectors.list}, ${selectors.orderData}, #wpbody`)
    return (shown ? null : barredPage(doc)) ?? kindOf(url, doc)
  },
  /** One host may serve several shops in folders: "example.com/shop-7". */
  account: (url) =>
    (url.host + url.pathname.slice(0, url.pathname.indexOf("/wp-admin/"))).replaceAll(":", "_"),
  ready: (doc) => doc.readyState !== "loading",
  orders: readOrders,
  order: readOrder,
  listings: readListings,
  anchors(doc, url) {
    const kind = this.page(url, doc)
    if (kind === "orders") return listAnchors(doc)
    const heading = doc.querySelector(`${selectors.orderData} h2`)
    const nativeId = url.searchParams.get("id") ?? url.searchParams.get("post")
    return kind === "order" && heading && nativeId
      ? [{ kind: "order", nativeId, element: heading }]
      : []
  }
}
