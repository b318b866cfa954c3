import * as v from "valibot"
import { epochMsSchema, textSchema } from "./limits"

export const verdicts = ["fine", "fraud"] as const
export type Verdict = (typeof verdicts)[number]

/** What the seller says of an order. A later verdict replaces an earlier one. */
export const feedbackSchema = v.strictObject({
  orderId: textSchema,
  verdict: v.picklist(verdicts),
  at: epochMsSchema
})
export type Feedback = v.InferOutput<typeof feedbackSchema>
