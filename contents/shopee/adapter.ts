import { composeAdapter } from "../../src/marketplace/compose-adapter"
import { readOrders } from "./orders"
import { selectors } from "./selectors"

const seller = "^(?:seller\\.shopee\\.[a-z.]+|banhang\\.shopee\\.vn)"

/** The Seller Centre and the listing pages of every country. */
export const adapter = composeAdapter({
  id: "shopee",
  name: "Shopee",
  pages: [
    [new RegExp(`${seller}/portal/sale/order/\\d+`), "order"],
    [new RegExp(`${seller}/portal/sale(?:[/?]|$)`), "orders"],
    [new RegExp(`${seller}/portal/product/(?:list|stock)`), "listings"],
    [/^shopee\.[a-z.]+\/(?:.*-i\.\d+\.\d+|product\/\d+\/\d+)/, "listing"]
  ],
  loading: selectors.loading,
  orders: readOrders
})
