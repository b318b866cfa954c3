import * as v from "valibot"
import { limits } from "./limit-values"

const between = (low: number, high: number) => v.pipe(v.number(), v.minValue(low), v.maxValue(high))
const whole = (low: number, high: number) => v.pipe(between(low, high), v.integer())

/** An item, or "" for all of them. */
export const skuSchema = v.pipe(v.string(), v.maxLength(limits.text))

/** Bounds of what a seller may set; the panel shows the same. */
export const planSettingsSchema = v.strictObject({
  leadDays: between(0, 180),
  leadSpread: between(0, 60),
  serviceLevel: between(0.5, 0.995),
  reviewDays: between(1, 90),
  minimumOrder: whole(1, 1_000_000),
  packSize: whole(1, 100_000),
  fastLeadDays: between(0, 90),
  inboundUnits: whole(0, 10_000_000),
  inboundDay: whole(0, 100_000)
})
