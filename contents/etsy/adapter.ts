import { composeAdapter } from "../../src/marketplace/compose-adapter"
import { readOrders } from "./orders"

const host = "^www\\.etsy\\.com(?:/[a-z]{2}(?:-[a-z]{2})?)?"

/** Shop Manager and listing pages. Listings are read by their JSON-LD, checked against what the page shows. */
export const adapter = composeAdapter({
  id: "etsy",
  name: "Etsy",
  pages: [
    [new RegExp(`${host}/your/orders`), "orders"],
    [new RegExp(`${host}/your/shops/[^/]+/tools/listings`), "listings"],
    [new RegExp(`${host}/listing/\\d+`), "listing"]
  ],
  loading: '[data-loading="true"], .wt-spinner--visible',
  orders: readOrders
})
