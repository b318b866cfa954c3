/** What a buyer may want, by topic; the last one is everything that a shop does not answer. */
export const intents = [
  "shipping/status",
  "shipping/tracking",
  "shipping/not-received",
  "shipping/failed",
  "shipping/time",
  "shipping/cost",
  "shipping/destination",
  "shipping/address",
  "customs/duty",
  "order/cancel",
  "order/change",
  "order/confirm",
  "order/missing",
  "order/wrong",
  "order/damaged",
  "order/defective",
  "order/not-as-described",
  "return/request",
  "return/how",
  "refund/request",
  "refund/status",
  "exchange/request",
  "product/question",
  "product/size",
  "product/compatibility",
  "product/stock",
  "product/usage",
  "product/custom",
  "product/recommendation",
  "product/warranty",
  "price/discount",
  "price/coupon",
  "price/bulk",
  "payment/problem",
  "payment/double-charge",
  "invoice/tax",
  "gift/wrap",
  "feedback/positive",
  "feedback/negative",
  "dispute/claim",
  "other/no-reply",
  "other/spam",
  "scam/off-platform",
  "other/question"
] as const
export type Intent = (typeof intents)[number]

export const sentiments = ["negative", "neutral", "positive"] as const
export type Sentiment = (typeof sentiments)[number]

export const isIntent = (text: string): text is Intent =>
  (intents as readonly string[]).includes(text)
