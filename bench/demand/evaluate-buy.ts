import { seededRandom } from "../../models/anomaly/random"
import type { DemandModel } from "../../models/demand"
import { type BuyCase, type BuyCases, buyCases } from "../../train/demand/buy/cases"
import { registerMatMulGradient } from "../../train/demand/matmul-gradient"
import { Draw } from "../../train/demand/random"
import type { Metric } from "../metric"
import { auroc, flagCounts } from "../ranking"
import { lstmChances } from "./lstm"

const resamples = 200

/** Chances of one forecaster, and the chance from which on it says yes. */
type Answers = { chances: number[]; threshold: number }
type Measure = (answers: Answers, bought: boolean[]) => number

const accuracy: Measure = ({ chances, threshold }, bought) =>
  chances.filter((chance, i) => chance >= threshold === bought[i]).length / chances.length
const f1: Measure = ({ chances, threshold }, bought) =>
  flagCounts(
    chances.map((chance) => chance >= threshold),
    bought
  ).f1
const measures: Record<"accuracy" | "f1" | "auroc", Measure> = {
  accuracy,
  f1,
  auroc: ({ chances }, bought) => auroc(chances, bought)
}

/** The threshold, in hundredths, with the best sum of accuracy and F1 on the validation weeks: the same rule for both. */
function thresholdOf(chances: number[], bought: boolean[]): number {
  const sum = (threshold: number) =>
    accuracy({ chances, threshold }, bought) + f1({ chances, threshold }, bought)
  const tried = Array.from({ length: 41 }, (_, i) => (30 + i) / 100)
  return tried.reduce((best, one) => (sum(one) > sum(best) ? one : best))
}

/** 95 % interval of ours less theirs on the same resampled cases (Efron 1979). */
function difference(ours: Answers, theirs: Answers, bought: boolean[], measure: Measure): string {
  const random = seededRandom(1)
  const values = Array.from({ length: resamples }, () => {
    const chosen = bought.map(() => Math.floor(random() * bought.length))
    const pick = <T>(from: T[]) => chosen.map((i) => from[i] as T)
    const of = ({ chances, threshold }: Answers) =>
      measure({ chances: pick(chances), threshold }, pick(bought))
    return of(ours) - of(theirs)
  }).sort((a, b) => a - b)
  return `ours less LSTM, 95 % interval ${values[5]?.toFixed(4)}…${values[194]?.toFixed(4)}`
}

/** Mean distance between the chance and what happened, over ten bins of equal count (expected calibration error). */
function calibrationError(chances: number[], bought: boolean[]): number {
  const order = chances.map((_, i) => i).sort((a, b) => (chances[a] ?? 0) - (chances[b] ?? 0))
  const size = Math.ceil(order.length / 10)
  let sum = 0
  for (let start = 0; start < order.length; start += size) {
    const bin = order.slice(start, start + size)
    const said = bin.reduce((all, i) => all + (chances[i] ?? 0), 0)
    const came = bin.filter((i) => bought[i]).length
    sum += Math.abs(said - came)
  }
  return sum / order.length
}

function metricsOf(
  id: string,
  model: DemandModel,
  { training, validation, test }: BuyCases
): Metric[] {
  const boughtOf = (cases: BuyCase[]) => cases.map((one) => one.bought === 1)
  const bought = boughtOf(test)
  const answer = ([tuning = [], chances = []]: number[][]): Answers => ({
    chances,
    threshold: thresholdOf(tuning, boughtOf(validation))
  })
  const ours = answer(
    [validation, test].map((cases) => model.buyChances(cases.map(({ history }) => history)))
  )
  const theirs = answer(lstmChances(training, [validation, test], new Draw(3)))
  const n = test.length
  const out = Object.entries(measures).flatMap(([name, measure]): Metric[] => [
    {
      id: `${id}.${name}`,
      value: measure(ours, bought),
      unit: "",
      n,
      note: `from ${ours.threshold} on; ${difference(ours, theirs, bought, measure)}`
    },
    {
      id: `${id}.${name}_lstm`,
      value: measure(theirs, bought),
      unit: "",
      n,
      note: `from ${theirs.threshold} on`
    }
  ])
  const share = bought.filter(Boolean).length / n
  out.push(
    {
      id: `${id}.calibration_error`,
      value: calibrationError(ours.chances, bought),
      unit: "",
      n,
      note: `${(100 * share).toFixed(0)} % bought`
    },
    {
      id: `${id}.calibration_error_lstm`,
      value: calibrationError(theirs.chances, bought),
      unit: "",
      n
    }
  )
  return out
}

/** Will an item sell next week (`demand.buy`), will a buyer buy in four weeks (`demand.buy_customer`): the last 13 weeks. */
export function evaluateBuy(model: DemandModel): Metric[] {
  registerMatMulGradient()
  const { item, buyer } = buyCases(new Draw(1))
  return [
    ...metricsOf("demand.buy", model, item),
    ...metricsOf("demand.buy_customer", model, buyer)
  ]
}
