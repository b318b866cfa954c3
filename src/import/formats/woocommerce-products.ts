import type { Format } from "../format"

/** The core's product export. The unit of weight is in its header; the core exports no orders. */
export const woocommerceProducts: Format = {
  id: "woocommerce-products",
  marketplace: "woocommerce",
  kind: "listings",
  signature: ["id", "type", "sku", "regularprice", "instock"],
  columns: {
    listing: ["id"],
    sku: ["sku"],
    title: ["name"],
    price: ["saleprice", "regularprice"],
    onHand: ["stock"],
    available: ["stock"],
    enabled: ["published"]
  }
}
