import type { Format } from "../format"

/** Seller Center's order export, CSV or XLSX. It names no currency. */
export const walmartOrders: Format = {
  id: "walmart-orders",
  marketplace: "walmart",
  kind: "lines",
  signature: ["po", "order", "orderdate", "shipby", "itemcost"],
  columns: {
    order: ["po"],
    at: ["orderdate"],
    sku: ["sku"],
    title: ["itemdescription"],
    quantity: ["qty"],
    unitPrice: ["itemcost"],
    status: ["status"],
    buyerName: ["customername"],
    buyerPhone: ["customerphonenumber"],
    buyerAddress: ["shiptoaddress1"]
  }
}
