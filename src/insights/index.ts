import { bundle } from "./bundle"
import { withinBudget } from "./cash-limit"
import { comeback } from "./comeback"
import { demandFindings } from "./demand-findings"
import { drop } from "./drop"
import { duplicate } from "./duplicate"
import { listNext } from "./list-next"
import { orderRisk } from "./order-risk"
import { pricePosition } from "./price-position"
import { shopChange } from "./shop-change"
import { stockPlan } from "./stock-plan"
import { substitute } from "./substitute"
import { winBack } from "./win-back"

/** Every rule that turns a score into an insight; a test compares them with the folder. */
export const insightRules = { "order-risk": orderRisk, "shop-change": shopChange } as const

/** Every rule that turns what was learnt of the range into things to do. */
export const suggestionRules = [
  bundle,
  comeback,
  winBack,
  substitute,
  pricePosition,
  listNext,
  duplicate,
  drop
] as const

/** Every rule that turns a forecast into a plan or something worth a look. */
export const demandRules = { stockPlan, demandFindings, withinBudget } as const
