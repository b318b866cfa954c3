/** Hooks of the Seller Centre (PAGES.md §B6). `.right-suffix` is a free place beside the order's number. */
export const selectors = {
  card: 'a.order-card, [data-testid="order-item"]',
  number: ".order-sn",
  buyer: ".buyer-username",
  item: ".item",
  name: ".item-name",
  description: ".item-description",
  amount: ".item-amount",
  total: '[data-testid="order-payment-info"] .total-price, .total-price',
  payment: ".payment-method",
  status: ".status-wrapper .status, .order-status-info-v2 .status",
  carrier: ".fulfilment-channel-name",
  badge: ".right-suffix",
  loading: ".eds-loading, .order-list-skeleton"
} as const
