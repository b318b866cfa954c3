import type { Format } from "../format"

/** "FBA Manage Inventory": 26 columns in 2026, 24, 21 and 18 before; the price may be blank. */
export const amazonFbaInventory: Format = {
  id: "amazon-fba-inventory",
  marketplace: "amazon",
  kind: "listings",
  signature: ["sku", "fnsku", "asin", "afnfulfillablequantity"],
  columns: {
    listing: ["sku"],
    sku: ["sku"],
    title: ["productname"],
    price: ["yourprice"],
    onHand: ["afnwarehousequantity"],
    available: ["afnfulfillablequantity"]
  }
}
