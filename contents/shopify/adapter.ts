import { composeAdapter } from "../../src/marketplace/compose-adapter"
import { readListing } from "./listing"
import { readOrders } from "./orders"

const admin = "^(?:admin\\.shopify\\.com/store/[^/]+|[a-z0-9-]+\\.myshopify\\.com/admin)"

/** The admin, and product pages of Shopify storefronts under any address. */
export const adapter = composeAdapter({
  id: "shopify",
  name: "Shopify",
  pages: [
    [new RegExp(`${admin}/orders/\\d+`), "order"],
    [new RegExp(`${admin}/orders(?:[/?]|$)`), "orders"],
    [new RegExp(`${admin}/products(?:/inventory)?(?:[/?]?$|\\?)`), "listings"],
    [new RegExp(`${admin}/products/\\d+`), "listing"],
    [
      /^(?!admin\.shopify\.com)[^/]+\/(?:collections\/[^/]+\/)?products\/[^/]+\/?(?:\?|$)/,
      "listing"
    ]
  ],
  shop: (url) => /^\/store\/([^/]+)/.exec(url.pathname)?.[1],
  loading: ".Polaris-SkeletonPage__Page, .Polaris-IndexTable__LoadingPanel--visible",
  orders: readOrders,
  listing: readListing
})
