import { orderRisk } from "./order-risk"

/** Every rule that turns a score into an insight; a test compares it with the folder. */
export const insightRules = { "order-risk": orderRisk } as const
