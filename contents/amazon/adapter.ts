import { composeAdapter } from "../../src/marketplace/compose-adapter"
import { readInventory } from "./inventory"
import { readListing } from "./listing"
import { readMessages } from "./messages"
import { readOrder } from "./order"
import { readOrders } from "./orders"
import { selectors } from "./selectors"

const seller = "^sellercentral(?:-europe)?\\.amazon\\.[a-z.]+"

/** Seller Central and the listing pages of every country. Reads only what the seller has open: no paging, no calls, no clicks. */
export const adapter = composeAdapter({
  id: "amazon",
  name: "Amazon",
  pages: [
    [new RegExp(`${seller}/orders-v3/order/`), "order"],
    [new RegExp(`${seller}/orders-v3(?:[/?]|$)`), "orders"],
    [new RegExp(`${seller}/(?:myinventory|inventory)(?:[/?]|$)`), "listings"],
    [new RegExp(`${seller}/messaging/inbox(?:[?]|/?$)`), "messages"],
    [/^(?:www\.|smile\.)?amazon\.[a-z.]+\/(?:.*\/)?(?:dp|gp\/product)\/[A-Z0-9]{10}/, "listing"]
  ],
  loading: selectors.loading,
  orders: readOrders,
  order: readOrder,
  listings: readInventory,
  listing: readListing,
  messages: readMessages
})
