import { composeAdapter } from "../../src/marketplace/compose-adapter"

/** The cross-border seller platform and item pages. No hooks of its own are known beyond the addresses. */
export const adapter = composeAdapter({
  id: "aliexpress",
  name: "AliExpress",
  pages: [
    [/^csp\.aliexpress\.com\/m_apps\/order-manage\/orderDetail/i, "order"],
    [/^csp\.aliexpress\.com\/m_apps\/order-manage/i, "orders"],
    [/^csp\.aliexpress\.com\/m_apps\/product-(?:manage|list)/i, "listings"],
    [/^(?:[a-z]{2,3}\.)?(?:www\.)?aliexpress\.(?:com|us|ru)\/item\/\d+/, "listing"]
  ]
})
