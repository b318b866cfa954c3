/** Hooks of WooCommerce 8 to 11 in wp-admin: order storage of its own (wc-orders) and the older posts (shop_order). */
export const selectors = {
  list: "table.wp-list-table, table.widefat",
  rows: "tbody tr[id^='order-'], tbody tr[id^='post-']",
  editLink: 'a[href*="action=edit"]',
  shipTo:
    '.column-shipping_address a[href*="maps.google"], .shipping_address a[href*="maps.google"]',
  status: "mark.order-status",
  listTotal: ".displaying-num",
  pages: ".tablenav-pages .total-pages",
  currentPage: ".tablenav-pages input.current-page",
  pageSize: 'input[name="wp_screen_options[value]"]',
  noItems: "tr.no-items, .colspanchange, .woocommerce-BlankState",
  orderData: "#order_data",
  orderItems: "#order_line_items tr.item",
  shippingLines: "#order_shipping_line_items tr.shipping",
  orderMeta: ".woocommerce-order-data__meta",
  totals: ".wc-order-totals"
} as const

/** Header texts where a theme or plugin renamed the columns' classes, lower case. */
export const headers: Record<string, string[]> = {
  order_number: ["order"],
  order_date: ["date"],
  order_status: ["status"],
  order_total: ["total"],
  sku: ["sku"],
  is_in_stock: ["stock"],
  price: ["price"],
  name: ["name"]
}
