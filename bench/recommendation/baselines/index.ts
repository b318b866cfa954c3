import type { Baskets } from "../../../src/features/baskets"
import { countBaselines } from "./counts"
import { easeBaselines } from "./ease"
import { itemKnnBaselines } from "./item-knn"
import { markovBaseline } from "./markov"
import { type Baseline, type Given, Past, type RowsOf } from "./past"
import { tifuKnnBaseline } from "./tifu-knn"

/** All ways to beat, on the same history. @param of what a row of item-kNN and EASE is */
export async function baselinesOf(history: Baskets, of: RowsOf): Promise<Baseline[]> {
  const past = new Past(history)
  const givens: Given[] = of === "baskets" ? ["basket", "all"] : ["all"]
  return [
    ...countBaselines(past),
    markovBaseline(past),
    tifuKnnBaseline(past),
    ...itemKnnBaselines(past, of, givens),
    ...(await easeBaselines(past, of, givens))
  ]
}
