/** Hooks of the sales list (PAGES.md §B5; `sc-product-data__*` since July 2026, before that `.sku` and `.unit`). */
export const selectors = {
  card: ".row-card-container",
  pack: ".left-column__pack-id",
  date: ".left-column__order-date",
  buyer: ".buyer-name",
  label: ".label",
  sku: ".sc-product-data__sku, .sku",
  quantity: ".sc-product-data__qty, .unit",
  status: ".left-column__status, .status-title, .row-card__status",
  loading: ".andes-spinner, .sc-skeleton"
} as const
