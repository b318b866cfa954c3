import type { Format } from "../format"

/** "FBA Manage Inventory" as a Spanish Seller Central writes it. */
export const amazonFbaInventoryEs: Format = {
  id: "amazon-fba-inventory-es",
  marketplace: "amazon",
  kind: "listings",
  signature: ["sku", "fnsku", "asin", "cantidaddisponible"],
  columns: {
    listing: ["sku"],
    sku: ["sku"],
    title: ["nombredelproducto"],
    price: ["tuprecio"],
    onHand: ["cantidadenalmacén"],
    available: ["cantidaddisponible"]
  }
}
