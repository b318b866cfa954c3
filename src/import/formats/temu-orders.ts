import type { Format } from "../format"

/** Temu's order export: Chinese headers, "--" for empty, no prices. */
export const temuOrders: Format = {
  id: "temu-orders",
  marketplace: "temu",
  kind: "lines",
  signature: ["订单号", "子订单号", "订单状态", "订单创建时间"],
  columns: {
    order: ["订单号"],
    at: ["订单创建时间"],
    sku: ["sku货号", "skuid"],
    title: ["商品名称"],
    quantity: ["应履约件数"],
    status: ["订单状态"],
    country: ["站点"]
  },
  fixed: { dateOrder: "ymd" }
}
