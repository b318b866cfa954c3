/** What may be wrong with an order, in a seller's terms. */
export const riskKinds = [
  "payment-fraud",
  "account-takeover",
  "reseller",
  "address-risk",
  "refund-abuse",
  "not-received-abuse",
  "pricing-error",
  "data-oddity"
] as const
export type RiskKind = (typeof riskKinds)[number]
