export const shopMetrics = ["orders", "revenue", "cancelled", "refunded", "late"] as const
export type ShopMetric = (typeof shopMetrics)[number]
/** More of these is worse. */
export const badMetrics: readonly ShopMetric[] = ["cancelled", "refunded", "late"]

/** One UTC day of a shop: epoch ms of its start, what was counted, and the band that it usually lies in. */
export type ShopDay = { day: number; value: number; low: number; high: number; out: boolean }
