import { composeAdapter } from "../../src/marketplace/compose-adapter"
import { findMessages } from "../../src/marketplace/records/messages"
import { readListings } from "./listings"
import { readOrder } from "./order"
import { readOrders } from "./orders"
import { selectors } from "./selectors"

const host = "^www\\.ebay\\.[a-z.]+"

/** Seller Hub and item pages of every country. Item pages are read by their structured data. */
export const adapter = composeAdapter({
  id: "ebay",
  name: "eBay",
  pages: [
    [new RegExp(`${host}/(?:mesh|sh)/ord/details`), "order"],
    [new RegExp(`${host}/sh/ord(?:[/?]|$)`), "orders"],
    [new RegExp(`${host}/sh/lst(?:[/?]|$)`), "listings"],
    [new RegExp(`${host}/cnt/ViewMessage`), "messages"],
    [new RegExp(`${host}/itm/(?:[^/]+/)?\\d{9,}`), "listing"]
  ],
  loading: selectors.loading,
  orders: readOrders,
  order: readOrder,
  listings: readListings,
  messages: findMessages
})
