import type { Format } from "../format"

/** "Unshipped Orders": every row waits for shipment. */
export const amazonUnshipped: Format = {
  id: "amazon-unshipped",
  marketplace: "amazon",
  kind: "lines",
  signature: ["orderid", "orderitemid", "purchasedate", "quantitytoship", "promisedate"],
  columns: {
    order: ["orderid"],
    at: ["purchasedate"],
    sku: ["sku"],
    title: ["productname"],
    quantity: ["quantitypurchased"],
    country: ["shipcountry"],
    buyerEmail: ["buyeremail"],
    buyerName: ["buyername"],
    buyerPhone: ["buyerphonenumber"],
    buyerAddress: ["shipaddress1"]
  },
  fixed: { dateOrder: "ymd" },
  statusOf: () => "paid"
}
