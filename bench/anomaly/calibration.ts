import type { AnomalyModel } from "../../models/anomaly"
import { seededRandom } from "../../models/anomaly/random"
import type { VerdictRow } from "../../models/anomaly/verdicts"
import { makeWorld, replayRows } from "../../train/anomaly/worlds"
import { meanOf } from "../bootstrap"
import { type Metric, median } from "../metric"
import { auroc, flagCounts } from "../ranking"
import { alertRate } from "./shops"

const seeds = [321, 322, 323, 324]
const orderCount = 10_000
const bins = 15

/** Expected calibration error: |mean probability − share that was bad|, weighted, over bins of equal width (Guo 2017). */
export function calibrationError(probabilities: number[], labels: boolean[]): number {
  let error = 0
  for (let bin = 0; bin < bins; bin++) {
    const inside = probabilities.flatMap((p, i) =>
      Math.min(bins - 1, Math.floor(p * bins)) === bin ? [i] : []
    )
    if (inside.length === 0) continue
    const expected = meanOf(inside.map((i) => probabilities[i] ?? 0))
    const observed = inside.filter((i) => labels[i]).length / inside.length
    error += (inside.length / probabilities.length) * Math.abs(expected - observed)
  }
  return error
}

/** What calibration error such probabilities would show if each were exactly true: few orders never fill a bin evenly. */
function errorIfTrue(probabilities: number[], draws = 200): number {
  const random = seededRandom(5)
  return meanOf(
    Array.from({ length: draws }, () =>
      calibrationError(
        probabilities,
        probabilities.map((probability) => random() < probability)
      )
    )
  )
}

type Shop = { before: Judged; after: Judged; verdicts: number; learnMs: number; rescoreMs: number }
type Judged = { probabilities: number[]; flags: boolean[]; labels: boolean[] }

/** Half a shop as history, a quarter in which the seller judges what is flagged, the last quarter to report on. */
async function judgeShop(model: AnomalyModel, seed: number): Promise<Shop> {
  const { orders, truth } = makeWorld({ seed, orders: orderCount, anomalyShare: 0.012 })
  const rows = replayRows(orders)
  const labels = orders.map(({ nativeId }) => truth.has(nativeId))
  const half = orders.length / 2
  const threeQuarters = (orders.length * 3) / 4
  const fit = await model.fit(rows.slice(0, half), { alertRate, seed: 1 })
  if (!fit) throw new Error("an invented shop has too little history")
  const judged = await model.inputs(rows.slice(half, threeQuarters), fit)
  const last = await model.inputs(rows.slice(threeQuarters), fit)
  const report = (): Judged => {
    const scores = model.judge(last)
    return {
      probabilities: scores.map(({ probability }) => probability),
      flags: scores.map(({ flagged }) => flagged),
      labels: labels.slice(threeQuarters)
    }
  }
  const before = report()
  const { columns, values } = judged.head
  const verdicts = model.judge(judged).flatMap(({ flagged }, i): VerdictRow[] =>
    flagged
      ? [
          {
            inputs: values.slice(i * columns, (i + 1) * columns),
            distance: judged.distance[i] ?? 0,
            bad: labels[half + i] ?? false
          }
        ]
      : []
  )
  const start = performance.now()
  model.learn(verdicts)
  const learnt = performance.now()
  const thousand = {
    ...last,
    head: { rows: 1_000, columns, values: last.head.values.subarray(0, 1_000 * columns) },
    distance: last.distance.subarray(0, 1_000)
  }
  model.judge(thousand)
  const done = performance.now()
  return {
    before,
    after: report(),
    verdicts: verdicts.length,
    learnMs: learnt - start,
    rescoreMs: done - start
  }
}

/** Are the probabilities true, and what do verdicts change, on shops that nothing was trained or chosen on. */
export async function calibration(model: AnomalyModel): Promise<Metric[]> {
  const shops: Shop[] = []
  for (const seed of seeds) shops.push(await judgeShop(model, seed))
  const pooled = (when: "before" | "after"): Judged => ({
    probabilities: shops.flatMap((shop) => shop[when].probabilities),
    flags: shops.flatMap((shop) => shop[when].flags),
    labels: shops.flatMap((shop) => shop[when].labels)
  })
  const before = pooled("before")
  const after = pooled("after")
  const flagged = ({ probabilities, flags, labels }: Judged) =>
    calibrationError(
      probabilities.filter((_, i) => flags[i]),
      labels.filter((_, i) => flags[i])
    )
  const f1 = ({ flags, labels }: Judged) => flagCounts(flags, labels).f1
  const verdicts = meanOf(shops.map((shop) => shop.verdicts))
  const metric = (id: string, value: number, unit = "", note?: string): Metric => ({
    id: `anomaly.${id}`,
    value,
    unit,
    n: unit ? shops.length : after.labels.length,
    ...(note ? { note } : {})
  })
  return [
    metric(
      "ece",
      calibrationError(after.probabilities, after.labels),
      "",
      `all later orders of ${shops.length} held-out shops, after ${verdicts.toFixed(0)} verdicts each`
    ),
    metric(
      "ece_flagged",
      flagged(after),
      "",
      `flagged orders only; before any verdict ${flagged(before).toFixed(3)}; exactly true probabilities of so few orders would show ${errorIfTrue(after.probabilities.filter((_, i) => after.flags[i])).toFixed(3)}`
    ),
    metric("f1_with_verdicts", f1(after), "", `before ${f1(before).toFixed(3)}`),
    metric(
      "auroc_with_verdicts",
      auroc(after.probabilities, after.labels),
      "",
      `before ${auroc(before.probabilities, before.labels).toFixed(4)}`
    ),
    metric(
      "learn_ms",
      median(shops.map(({ learnMs }) => learnMs)),
      "ms",
      "all verdicts of a shop and the new threshold"
    ),
    metric(
      "rescore_ms",
      median(shops.map(({ rescoreMs }) => rescoreMs)),
      "ms",
      "the same, and 1,000 orders scored again"
    )
  ]
}
