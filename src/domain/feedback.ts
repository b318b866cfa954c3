import * as v from "valibot"
import { epochMsSchema, textSchema } from "./limits"

export const verdicts = ["fine", "fraud"] as const
export type Verdict = (typeof verdicts)[number]

/** What the seller says of an order. A later verdict replaces an earlier one. */
export const feedbackSchema = v.strictObject({
  orderId: textSchema,
  verdict: v.picklist(verdicts),
  /** What had been said of the order when it was judged: the quality of flags is counted on that. */
  flagged: v.optional(v.boolean()),
  probability: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  at: epochMsSchema
})
export type Feedback = v.InferOutput<typeof feedbackSchema>
