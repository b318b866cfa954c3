import * as v from "valibot"

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const major = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000))

/** How many orders a seller wants to look at: a share of all, or those whose look pays for itself. */
export const alertBudgetSchema = v.variant("mode", [
  v.strictObject({
    mode: v.literal("rate"),
    rate: v.pipe(v.number(), v.minValue(0.001), v.maxValue(0.1))
  }),
  v.strictObject({
    mode: v.literal("cost"),
    /** What a chargeback or claim costs besides the goods, major units of the order's currency. */
    claimFee: major,
    /** What looking at one order costs. */
    checkCost: major,
    /** What is earned on an order, as a share of its value. */
    margin: share
  })
])
export type AlertBudget = v.InferOutput<typeof alertBudgetSchema>

/** About one order in a hundred is worth a second look, until the seller says otherwise. */
export const defaultBudget: AlertBudget = { mode: "rate", rate: 0.01 }

/** Of the buyers whose order is held for a check, one in twenty is lost. */
const lostWhenHeld = 0.05

/**
 * Is an order worth a look? By share: as rare as the budget asks for. By cost: what the look is expected to save,
 * probability × (value + fee), exceeds the look itself and the sale that holding a good order may cost.
 * @param value major units; undefined where the page does not show it, then only the share can decide
 */
export function isWorthALook(
  budget: AlertBudget,
  { percentile, probability }: { percentile: number; probability: number },
  value: number | undefined
): boolean {
  if (budget.mode === "rate") return percentile >= 1 - budget.rate
  if (value === undefined) return percentile >= 0.99
  const saved = probability * (value + budget.claimFee)
  const lost = (1 - probability) * value * budget.margin * lostWhenHeld
  return saved > budget.checkCost + lost
}
