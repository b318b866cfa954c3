import { onlineRetail } from "./online-retail"
import { rossmann } from "./rossmann"
import type { DemandSet } from "./set"
import { carParts, hierarchicalSales, m3, m4Weekly, salesWeekly } from "./small-sets"

/** The sets whose licence allows a shipped model. */
export const trainingSets = (): DemandSet[] => [
  ...onlineRetail(),
  salesWeekly(),
  hierarchicalSales(),
  carParts()
]

/** Every set that is reported on: the last windows of the training sets, and sets that train nothing. */
export const evaluationSets = async (): Promise<DemandSet[]> => [
  ...trainingSets(),
  m4Weekly(),
  ...m3(),
  await rossmann()
]
