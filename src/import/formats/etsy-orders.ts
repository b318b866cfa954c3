import type { Format } from "../format"

/** EtsySoldOrders.csv: one row an order, its SKUs in one cell. */
export const etsyOrders: Format = {
  id: "etsy-orders",
  marketplace: "etsy",
  kind: "orders",
  signature: ["saledate", "orderid", "numberofitems", "ordervalue"],
  columns: {
    order: ["orderid"],
    at: ["saledate"],
    sku: ["sku"],
    quantity: ["numberofitems"],
    linePrice: ["ordervalue"],
    currency: ["currency"],
    country: ["shipcountry"],
    buyerId: ["buyeruserid"],
    buyerName: ["fullname"],
    buyerAddress: ["street1"]
  },
  fixed: { dateOrder: "mdy", decimal: "." },
  statusOf: (row) => (row.cell("dateshipped") !== "" ? "shipped" : row.cell("status"))
}
