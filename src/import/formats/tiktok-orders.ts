import type { Format } from "../format"

/** TikTok Shop's order export: the row under the header describes the columns; the buyer is masked. */
export const tiktokOrders: Format = {
  id: "tiktok-orders",
  marketplace: "tiktok",
  kind: "lines",
  signature: ["orderid", "orderstatus", "skuid", "skusubtotalbeforediscount"],
  columns: {
    order: ["orderid"],
    at: ["createdtime"],
    sku: ["sellersku", "skuid"],
    title: ["productname"],
    quantity: ["quantity"],
    linePrice: ["skusubtotalafterdiscount"],
    status: ["orderstatus"],
    country: ["country"],
    buyerId: ["buyerusername"]
  },
  notData: (row) =>
    /\d/.test(row.cell("orderid")) || row.cell("orderid") === "" ? undefined : "description"
}
