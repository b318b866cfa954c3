import type { Format } from "../format"

/** orders_export.csv: 79 columns; the second item of an order comes in a row with its name and item cells only. */
export const shopifyOrders: Format = {
  id: "shopify-orders",
  marketplace: "shopify",
  kind: "lines",
  signature: ["name", "financialstatus", "lineitemquantity", "lineitemname"],
  columns: {
    order: ["name"],
    at: ["createdat"],
    sku: ["lineitemsku"],
    title: ["lineitemname"],
    quantity: ["lineitemquantity"],
    unitPrice: ["lineitemprice"],
    currency: ["currency"],
    country: ["shippingcountry", "billingcountry"],
    buyerEmail: ["email"],
    buyerName: ["billingname", "shippingname"],
    buyerPhone: ["billingphone", "phone"],
    buyerAddress: ["shippingaddress1", "billingaddress1"]
  },
  fixed: { dateOrder: "ymd" },
  continues: ["at", "currency", "country", "status"],
  statusOf(row) {
    if (row.cell("cancelledat") !== "") return "cancelled"
    const financial = row.cell("financialstatus")
    if (/refunded|voided|pending|authorized/.test(financial)) return financial
    const fulfilled = row.cell("fulfillmentstatus")
    return fulfilled === "fulfilled" ? fulfilled : financial
  }
}
