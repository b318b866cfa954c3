import { seededRandom } from "../../models/anomaly/random"
import type { DemandModel } from "../../models/demand"
import { type BuyCase, buyCases } from "../../train/demand/buy/cases"
import { registerMatMulGradient } from "../../train/demand/matmul-gradient"
import { Draw } from "../../train/demand/random"
import type { Metric } from "../metric"
import { auroc, flagCounts } from "../ranking"
import { lstmChances } from "./lstm"

const resamples = 200

type Measure = (chances: number[], bought: boolean[]) => number

const measures: Record<"accuracy" | "f1" | "auroc", Measure> = {
  accuracy: (chances, bought) =>
    chances.filter((chance, i) => chance >= 0.5 === bought[i]).length / chances.length,
  f1: (chances, bought) =>
    flagCounts(
      chances.map((chance) => chance >= 0.5),
      bought
    ).f1,
  auroc
}

/** 95 % interval of ours less theirs on the same resampled cases (Efron 1979). */
function difference(ours: number[], theirs: number[], bought: boolean[], measure: Measure): string {
  const random = seededRandom(1)
  const values = Array.from({ length: resamples }, () => {
    const chosen = ours.map(() => Math.floor(random() * ours.length))
    const pick = <T>(from: T[]) => chosen.map((i) => from[i] as T)
    return measure(pick(ours), pick(bought)) - measure(pick(theirs), pick(bought))
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

function metricsOf(id: string, model: DemandModel, training: BuyCase[], test: BuyCase[]): Metric[] {
  const bought = test.map((one) => one.bought === 1)
  const ours = model.buyChances(test.map(({ history }) => history))
  const theirs = lstmChances(training, test, new Draw(3))
  const n = test.length
  const out = Object.entries(measures).flatMap(([name, measure]): Metric[] => [
    {
      id: `${id}.${name}`,
      value: measure(ours, bought),
      unit: "",
      n,
      note: difference(ours, theirs, bought, measure)
    },
    { id: `${id}.${name}_lstm`, value: measure(theirs, bought), unit: "", n }
  ])
  const share = bought.filter(Boolean).length / n
  out.push(
    {
      id: `${id}.calibration_error`,
      value: calibrationError(ours, bought),
      unit: "",
      n,
      note: `${(100 * share).toFixed(0)} % bought`
    },
    { id: `${id}.calibration_error_lstm`, value: calibrationError(theirs, bought), unit: "", n }
  )
  return out
}

/** Will an item sell next week (`demand.buy`), will a buyer buy in four weeks (`demand.buy_customer`): the last 13 weeks. */
export function evaluateBuy(model: DemandModel): Metric[] {
  registerMatMulGradient()
  const { item, buyer } = buyCases(new Draw(1))
  return [
    ...metricsOf("demand.buy", model, item.training, item.test),
    ...metricsOf("demand.buy_customer", model, buyer.training, buyer.test)
  ]
}
