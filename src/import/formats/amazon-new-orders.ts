import type { Format } from "../format"

/** "New Orders": paid orders that are not shipped yet. */
export const amazonNewOrders: Format = {
  id: "amazon-new-orders",
  marketplace: "amazon",
  kind: "lines",
  signature: ["orderid", "orderitemid", "purchasedate", "paymentsdate", "itemprice"],
  columns: {
    order: ["orderid"],
    at: ["purchasedate"],
    sku: ["sku"],
    title: ["productname"],
    quantity: ["quantitypurchased"],
    linePrice: ["itemprice"],
    currency: ["currency"],
    country: ["shipcountry", "billcountry"],
    buyerEmail: ["buyeremail"],
    buyerName: ["buyername"],
    buyerPhone: ["buyerphonenumber"],
    buyerAddress: ["shipaddress1", "billaddress1"]
  },
  fixed: { dateOrder: "ymd" },
  statusOf: () => "paid"
}
