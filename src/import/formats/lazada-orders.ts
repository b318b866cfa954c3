import type { Format } from "../format"

/** Lazada's order export: one row a piece. */
export const lazadaOrders: Format = {
  id: "lazada-orders",
  marketplace: "lazada",
  kind: "lines",
  signature: ["orderitemid", "ordernumber", "lazadasku", "unitprice"],
  columns: {
    order: ["ordernumber"],
    at: ["createtime", "createdat"],
    updatedAt: ["updatetime"],
    sku: ["sellersku", "lazadasku"],
    title: ["itemname"],
    quantity: ["quantity"],
    unitPrice: ["paidprice", "unitprice"],
    currency: ["currency"],
    status: ["status"],
    country: ["shippingcountry"],
    buyerEmail: ["customeremail"],
    buyerName: ["customername"],
    buyerPhone: ["shippingphone"],
    buyerAddress: ["shippingaddress"]
  },
  fixed: { language: "en" }
}
