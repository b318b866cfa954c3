import { composeAdapter } from "../../src/marketplace/compose-adapter"

/** Seller Center, search and product pages of the six countries. */
export const adapter = composeAdapter({
  id: "lazada",
  name: "Lazada",
  pages: [
    [/^sellercenter\.lazada\.[a-z.]+\/apps\/order\/detail/, "order"],
    [/^sellercenter\.lazada\.[a-z.]+\/apps\/order\/list/, "orders"],
    [/^sellercenter\.lazada\.[a-z.]+\/apps\/product\/list/, "listings"],
    [/^www\.lazada\.[a-z.]+\/products\//, "listing"],
    [/^www\.lazada\.[a-z.]+\/catalog\//, "listings"]
  ]
})
