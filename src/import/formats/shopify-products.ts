import type { Format } from "../format"

/** products_export.csv: one row a variant; rows of further pictures carry no variant. */
export const shopifyProducts: Format = {
  id: "shopify-products",
  marketplace: "shopify",
  kind: "listings",
  signature: ["handle", "title", "variantprice"],
  columns: {
    listing: ["variantsku", "handle"],
    sku: ["variantsku"],
    title: ["title"],
    price: ["variantprice"],
    onHand: ["variantinventoryqty"],
    enabled: ["status", "published"]
  },
  continues: ["title", "enabled"],
  notData: (row) =>
    row.cell("variantprice") === "" && row.cell("variantsku") === "" ? "description" : undefined
}
