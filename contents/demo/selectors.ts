/** Hooks of the back-office in demo/: data attributes first, header texts where they are switched off. */
export const selectors = {
  orderRow: "tr[data-order-id]",
  order: "[data-order-id]:not(tr)",
  listingRow: "tr[data-listing-id], tr[data-variant-id]",
  message: "[data-message-id]",
  item: "[data-sku][data-quantity]",
  orderLink: 'a[href*="/orders/"]',
  pager: '[data-pager], .pager, nav[aria-label="Pages"]',
  loading: '[aria-busy="true"], [data-loading]'
} as const

/** Header texts of the demo in English and Chinese, lower case. */
export const headers = {
  order: ["order", "订单", "订单号"],
  placed: ["placed", "placed at", "date", "下单时间", "日期"],
  status: ["status", "状态"],
  total: ["total", "合计", "总计", "金额"],
  country: ["ship to", "country", "destination", "收货国家", "国家"],
  sku: ["sku", "货号"],
  title: ["title", "product", "name", "商品"],
  price: ["price", "价格", "单价"],
  stock: ["stock", "on hand", "库存"],
  available: ["available", "可售"],
  buyer: ["buyer", "customer", "买家"],
  shipping: ["shipping", "shipping method", "配送"],
  payment: ["payment", "payment method", "支付"]
}

export const emptyWords =
  /\bno (?:orders|listings|products|messages|results)\b|没有订单|没有商品|没有消息|暂无/i
