import "@tensorflow/tfjs-backend-cpu"
import { setBackend } from "@tensorflow/tfjs-core"
import { AnomalyModel } from "../../models/anomaly"
import { detectorNames } from "../../models/anomaly/ensemble"
import { signalNames } from "../../models/anomaly/fit"
import { fitHead } from "../../models/anomaly/head"
import type { ModelFiles } from "../../models/model"
import { replayRows, type World } from "./worlds"

/** Likeness is what verdicts are for: before the first one it can't be learnt, so it gets the weight of ADBench. */
const likenessWeight = 1
const shrinkage = 5
/**
 * The detectors keep this weight: on invented shops a network that was trained on such shops makes them look useless,
 * on a real one (returns of Online Retail) they see more than it does.
 */
const detectorWeight = 0.2
const pinned = 1e6

/**
 * Weights of the head's signals and its bias, from shops that the network never saw: what the ensemble and the
 * network say of their second halves against the truth. Bias first, features are left at 0.
 */
export async function trainHead(files: ModelFiles, worlds: World[]): Promise<Float32Array> {
  await setBackend("cpu")
  const model = await AnomalyModel.load(files)
  const inputs: Float32Array[] = []
  const targets: number[] = []
  const learnt = signalNames.length - 1
  for (const { orders, truth } of worlds) {
    const rows = replayRows(orders)
    const split = Math.floor(rows.length / 2)
    const fit = await model.fit(rows.slice(0, split), { alertRate: 0.01, seed: 1 })
    if (!fit) throw new Error("a shop with too few orders")
    const { head } = await model.inputs(rows.slice(split), fit)
    orders.slice(split).forEach((order, i) => {
      inputs.push(head.values.subarray(i * head.columns, i * head.columns + learnt))
      targets.push(Number(truth.has(order.nativeId)))
    })
  }
  model.dispose()
  const weightsBefore = new Float64Array(learnt)
  const strengths = new Float64Array(learnt + 1).fill(shrinkage)
  for (const name of detectorNames) {
    weightsBefore[signalNames.indexOf(name)] = detectorWeight
    strengths[signalNames.indexOf(name)] = pinned
  }
  const { weights, bias } = fitHead(inputs, targets, {
    head: { weights: weightsBefore, bias: 0 },
    strengths
  })
  return Float32Array.of(bias, ...weights.map((weight) => Math.max(0, weight)), likenessWeight)
}
