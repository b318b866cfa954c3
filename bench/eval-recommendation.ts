import { retailReportFrom, retailShop } from "../train/recommendation/retail-shop"
import { type Measurement, type Metric, MissingData } from "./metric"
import { completionMetrics } from "./recommendation/basket-completion"
import { coldMetrics } from "./recommendation/cold-items"
import { nextBasketMetrics } from "./recommendation/next-basket"
import { basketsFile, sequencesFile } from "./recommendation/set-files"
import { dunnhumby, fileSet, type NextSet, taFeng } from "./recommendation/sets"
import { loadShippedRecommendation } from "./recommendation/shipped"

/** The last four weeks of Online Retail are completed by a fit on all before them. */
const completionFrom = Date.UTC(2011, 10, 11) / 86_400_000
const completionDays = 28
const coldWeeks = 14

const usage = "npm run eval -- recommendation [--baskets FILE | --sequences FILE]"

/** A file of the caller's own: what is asked for by flag. */
function askedFor([flag, file, ...more]: string[]): { id: string; set: NextSet } | null {
  if (flag === undefined) return null
  const readers = { "--baskets": basketsFile, "--sequences": sequencesFile }
  if (!file || more.length > 0 || (flag !== "--baskets" && flag !== "--sequences")) {
    throw new MissingData(`Usage: ${usage}`)
  }
  return { id: flag.slice(2), set: fileSet(file, readers[flag](file)) }
}

async function run(args: string[]): Promise<Metric[]> {
  const asked = askedFor(args)
  const model = await loadShippedRecommendation()
  if (asked) return nextBasketMetrics(asked.id, model, asked.set, ["recall", "ndcg", "hit"])
  const shop = retailShop()
  return [
    ...(await nextBasketMetrics("tafeng", model, taFeng(), ["recall", "ndcg"])),
    ...(await completionMetrics(model, shop, completionFrom, completionDays)),
    ...(await coldMetrics(model, shop, retailReportFrom, coldWeeks)),
    ...(await nextBasketMetrics("dunnhumby", model, dunnhumby(), ["recall", "ndcg"]))
  ]
}

/** Next basket, basket completion and new items; every baseline in the same run, every product ranked. */
export const recommendationEvaluation: Measurement = { name: "recommendation", run }
