import type { Format } from "../format"

/** "All Orders" flat file: 32 columns, 29 before the business columns came; European files may use decimal commas. */
export const amazonAllOrders: Format = {
  id: "amazon-all-orders",
  marketplace: "amazon",
  kind: "lines",
  signature: ["amazonorderid", "purchasedate", "orderstatus", "itemprice"],
  columns: {
    order: ["amazonorderid"],
    at: ["purchasedate"],
    updatedAt: ["lastupdateddate"],
    sku: ["sku"],
    title: ["productname"],
    quantity: ["quantity"],
    linePrice: ["itemprice"],
    currency: ["currency"],
    status: ["itemstatus", "orderstatus"],
    country: ["shipcountry"]
  },
  fixed: { dateOrder: "ymd" },
  // an order may be cancelled while its item still says what it was
  statusOf: (row) =>
    row.cell("orderstatus") === "Cancelled" ? "Cancelled" : row.cell("itemstatus")
}
