export const shopMetrics = ["orders", "revenue", "cancelled", "refunded"] as const
export type ShopMetric = (typeof shopMetrics)[number]

/** One UTC day of a shop: epoch ms of its start, what was counted, and the band that it usually lies in. */
export type ShopDay = { day: number; value: number; low: number; high: number; out: boolean }
