import type { Format } from "../format"

/** EtsySoldOrderItems.csv: one row a transaction. */
export const etsyOrderItems: Format = {
  id: "etsy-order-items",
  marketplace: "etsy",
  kind: "lines",
  signature: ["saledate", "itemname", "transactionid", "listingid"],
  columns: {
    order: ["orderid"],
    at: ["saledate"],
    sku: ["sku", "listingid"],
    title: ["itemname"],
    quantity: ["quantity"],
    unitPrice: ["price"],
    currency: ["currency"],
    country: ["shipcountry"],
    buyerId: ["buyer"],
    buyerName: ["shipname"],
    buyerAddress: ["shipaddress1"]
  },
  fixed: { dateOrder: "mdy", decimal: "." },
  statusOf: (row) => (row.cell("dateshipped") !== "" ? "shipped" : "paid")
}
