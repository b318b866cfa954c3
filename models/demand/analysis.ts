import type { DemandSeries } from "../../src/features/demand-series"
import { type Backtest, backtest } from "./backtest"
import { candidateCount, candidateNames } from "./candidates"
import { countQuantiles } from "./count-quantiles"
import { featureCount, writeFeatures } from "./features"
import { type HistoryFacts, historyFacts, recentValues } from "./history-facts"
import { levelCount, normalAt, sampleQuantiles } from "./levels"
import { phaseValues } from "./phase-values"
import { poolMembers } from "./pool"
import { type Bands, bandOf, residualBands } from "./residual-bands"

/** Everything that the network sees of one series, in units of `facts.scale`; one row a step ahead. */
export type Analysis = {
  facts: HistoryFacts
  test: Backtest
  bands: Bands
  /** [horizon × featureCount] */
  features: Float32Array
  /** Means of the members, [horizon × members] */
  members: Float32Array
  /** Log weights of the members by their past errors, [horizon × members] */
  anchor: Float32Array
  /** [horizon × candidates × levels] */
  candidates: Float32Array
  /** Root mean square of the residuals at each step, [horizon] */
  spread: Float32Array
}

const at = (name: (typeof candidateNames)[number]) => candidateNames.indexOf(name) * levelCount

/** The closed-form part of the model: pool, past errors, candidate distributions and features. */
export function analyse(series: DemandSeries, horizon: number): Analysis {
  const facts = historyFacts(series)
  const test = backtest(series, horizon)
  const { scale } = facts
  const bands = residualBands(series.y, test, 0.05 * scale)
  const rows = test.origins.length
  const block = candidateCount * levelCount
  const out: Analysis = {
    facts,
    test,
    bands,
    features: new Float32Array(horizon * featureCount),
    members: new Float32Array(horizon * poolMembers.length),
    anchor: new Float32Array(horizon * poolMembers.length),
    candidates: new Float32Array(horizon * block),
    spread: new Float32Array(horizon)
  }
  const recent = recentValues(series)
  const recentMean = recent.reduce((a, b) => a + b, 0) / Math.max(1, recent.length)
  const recentAt = new Float64Array(levelCount)
  sampleQuantiles(recent.slice().sort(), recentAt, 0)
  const row = new Float64Array(block)
  const phase = new Float64Array(levelCount)
  const counted = new Float64Array(levelCount)
  const dispersion = facts.mean > 0 ? Math.max(1, facts.variance / facts.mean) : 1
  const anchor = test.weights.map((weight) => Math.log(Math.max(weight, 3e-4)))
  const last = (rows - 1) * horizon
  let countedFor = Number.NaN
  for (let h = 0; h < horizon; h++) {
    const band = bandOf(h, horizon) * levelCount
    const spread = bands.spread[band / levelCount] as number
    const center = test.combined[last + h] as number
    const etsMean = (test.means[poolMembers.indexOf("ets")] as Float64Array)[last + h] as number
    const seasonal = phaseValues(series, h)
    if (seasonal.length >= 3) sampleQuantiles(seasonal, phase, 0)
    else phase.set(recentAt)
    for (let k = 0; k < levelCount; k++) {
      const z = normalAt[k] as number
      row[at("residuals") + k] = (bands.residuals[band + k] as number) / scale
      row[at("ratios") + k] = bands.ratios[band + k] as number
      row[at("normal") + k] = (z * spread) / scale
      row[at("recent") + k] = (recentAt[k] as number) / scale
      row[at("shape") + k] = recentMean > 0 ? (recentAt[k] as number) / recentMean : 1
      row[at("phase") + k] = (phase[k] as number) / scale
      row[at("ets") + k] = (etsMean + z * (test.etsSpread[h] as number)) / scale
    }
    if (center !== countedFor) countQuantiles(center, center * dispersion, counted, 0)
    countedFor = center
    for (let k = 0; k < levelCount; k++) row[at("counts") + k] = (counted[k] as number) / scale
    out.candidates.set(row, h * block)
    out.spread[h] = spread / scale
    for (let k = 0; k < poolMembers.length; k++) {
      out.members[h * poolMembers.length + k] =
        ((test.means[k] as Float64Array)[last + h] as number) / scale
    }
    out.anchor.set(anchor, h * poolMembers.length)
    writeFeatures(series, out, h, seasonal)
  }
  return out
}
