/** Hooks of the Vendure 3 dashboard. Classes are generated; links and `data-slot` stay (Vendure 3.7, PAGES.md §D). */
export const selectors = {
  orderLink: 'a[href*="/orders/"]',
  customerLink: 'a[href*="/customers/"]',
  variantLink: 'a[href*="/product-variants/"]',
  badge: '[data-slot="badge"]',
  card: '[data-slot="card"]',
  cardTitle: '[data-slot="card-title"]',
  heading: 'h1[data-testid="page-heading"], main h1',
  /** Base UI keeps the value of "Rows per page" in a hidden input beside the button. */
  pageSize: 'input[id$="-hidden-input"]',
  loading: 'main [data-slot="skeleton"], main [aria-busy="true"], main .animate-pulse'
} as const

/** Header texts of the English dashboard, lower case. In other languages the links decide. */
export const headers = {
  updatedAt: ["updated at"],
  placedAt: ["order placed at", "placed at"],
  code: ["code"],
  state: ["state"],
  totalWithTax: ["total with tax"],
  shipping: ["shipping"],
  name: ["name"],
  sku: ["sku"],
  enabled: ["enabled"],
  priceWithTax: ["price with tax"],
  stock: ["stock levels", "stock"],
  product: ["product"],
  unitPrice: ["unit price"],
  quantity: ["quantity"]
}

export const emptyWords =
  /\bno (?:results|orders|items|product)|keine ergebnisse|aucun résultat|sin resultados|没有结果|暂无/i
