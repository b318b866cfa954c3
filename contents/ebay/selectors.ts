/** Hooks of Seller Hub (PAGES.md §B2: public facts of 2023 to 2026; the pages are rendered by the server). */
export const selectors = {
  orderRow: 'tr.order-info, tr[id^="orderid_"][id$="__order-info"]',
  itemRow: "tr.item-info",
  checkbox: "[data-ordernumber]",
  orderLink: 'a[href*="/ord/details"]',
  product: ".purchase-details",
  title: ".item-title",
  sku: ".item-custom-sku .sh-bold",
  quantity: ".quantity strong",
  price: ".price-column-item",
  total: ".total-price",
  date: ".date-column",
  status: ".order-status",
  listingRow: "tr.grid-row[data-id]",
  cell: (name: string) => `.shui-dt-column__${name}`,
  itemCard: ".lineItemCard",
  loading: ".shui-dt [aria-busy=true], .page-spinner"
} as const
