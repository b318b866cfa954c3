import * as tf from "@tensorflow/tfjs-core"
import type { DemandSeries } from "../../src/features/demand-series"
import { type Model, ModelDamaged, type ModelFiles } from "../model"
import { decodeWeights } from "../weights"
import { type Analysis, analyse } from "./analysis"
import type { BuyHistory } from "./buy-features"
import { type BuyWeights, buyChance } from "./buy-network"
import { candidateCount } from "./candidates"
import { featureCount } from "./features"
import { decodeHeads } from "./heads"
import { levelCount } from "./levels"
import { layerShapes, type Matrix, matrices, type NetworkTensors, runNetwork } from "./network"
import { poolMembers } from "./pool"

export type DemandInput = { series: DemandSeries; horizon: number }

export type DemandForecast = {
  /** Expected units at each step ahead. */
  mean: Float32Array
  /** [horizon × levels], monotone in the level; see `levels`. */
  quantiles: Float32Array
  /** Chance that a step has no demand. */
  zero: Float32Array
  /** What it rests on. */
  analysis: Analysis
}

/** Rows of one pass of the network; a multiple of it, so that a GPU compiles few shapes. */
const rowBlock = 512
const memberCount = poolMembers.length
const blockSize = candidateCount * levelCount

/** Arrays of `weights.bin` → tensors; a matrix is stored one row an output. */
export function networkTensors(arrays: Map<string, Float32Array>): NetworkTensors {
  const array = (name: string) => {
    const found = arrays.get(name)
    if (!found) throw new ModelDamaged(`demand: no array ${name}`)
    return found
  }
  const matrix = (name: Matrix) =>
    tf.tidy(() => tf.transpose(tf.tensor2d(array(name), layerShapes[name] as [number, number])))
  const vector = (name: string) => tf.tensor1d(array(name))
  return Object.fromEntries([
    ...matrices.map((name) => [name, matrix(name)]),
    ...["b1", "b2", "b3", "b4", "mean", "scale"].map((name) => [name, vector(name)])
  ]) as NetworkTensors
}

const pad = (parts: Float32Array[], width: number, rows: number) => {
  const out = new Float32Array(rows * width)
  let place = 0
  for (const part of parts) {
    out.set(part, place)
    place += part.length
  }
  return out
}

/** Forecasts demand: a pool of closed-form methods, blended and given quantiles by one network. */
export class DemandModel implements Model<DemandInput, DemandForecast> {
  readonly id = "demand"

  constructor(
    readonly version: string,
    private readonly weights: NetworkTensors,
    private readonly buy: BuyWeights = new Map()
  ) {}

  /**
   * Checks the hash, decodes the network and runs its known answer on the active backend.
   * @throws ModelDamaged
   */
  static async load(files: ModelFiles): Promise<DemandModel> {
    const arrays = await decodeWeights(files)
    const { version, weights, knownAnswer } = files.manifest
    const name = `demand@${version}+${weights.sha256.slice(0, 8)}`
    const model = new DemandModel(name, networkTensors(arrays), arrays)
    const { input, expected, tolerance } = knownAnswer
    const answer = tf.tidy(() =>
      runNetwork(model.weights, tf.tensor2d(input, [input.length, featureCount]))
    )
    const values = await answer.data()
    answer.dispose()
    const right = expected
      .flat()
      .every((value, i) => Math.abs((values[i] ?? Number.NaN) - value) <= tolerance)
    if (!right) {
      model.dispose()
      throw new ModelDamaged("demand: the known answer is wrong on this backend")
    }
    return model
  }

  /** Forecasts each series; all of them go through the network together. */
  async predict(batch: DemandInput[]): Promise<DemandForecast[]> {
    return this.predictFrom(
      batch.map(({ series, horizon }) => {
        if (series.y.some((value) => value === Number.POSITIVE_INFINITY || value === -Infinity))
          throw new RangeError("demand: input is not finite")
        return analyse(series, horizon)
      })
    )
  }

  /** Chance of a purchase in the weeks asked for, of an item or a buyer, 0..1. */
  buyChances(histories: BuyHistory[]): number[] {
    return histories.map((history) => buyChance(this.buy, history))
  }

  /** The network's part alone, for analyses that are there already. */
  async predictFrom(analyses: Analysis[]): Promise<DemandForecast[]> {
    if (analyses.length === 0) return []
    const total = analyses.reduce((sum, { spread }) => sum + spread.length, 0)
    const rows = Math.ceil(total / rowBlock) * rowBlock
    const of = (name: "features" | "members" | "anchor" | "candidates" | "spread", width: number) =>
      pad(
        analyses.map((one) => one[name]),
        width,
        rows
      )
    const result = tf.tidy(() => {
      const { quantiles, mean, zero } = decodeHeads(
        runNetwork(this.weights, tf.tensor2d(of("features", featureCount), [rows, featureCount])),
        tf.tensor2d(of("members", memberCount), [rows, memberCount]),
        tf.tensor2d(of("anchor", memberCount), [rows, memberCount]),
        tf.tensor3d(of("candidates", blockSize), [rows, candidateCount, levelCount]),
        tf.tensor2d(of("spread", 1), [rows, 1])
      )
      return tf.concat([quantiles, mean, tf.sigmoid(zero)], 1)
    })
    const values = (await result.data()) as Float32Array
    result.dispose()
    let row = 0
    return analyses.map((analysis) => {
      const forecast = unpack(values, row, analysis)
      row += analysis.spread.length
      return forecast
    })
  }

  dispose(): void {
    for (const tensor of Object.values(this.weights)) tensor.dispose()
  }
}

/** Rows of the network's answer → units; demand is never negative unless the history was. */
function unpack(values: Float32Array, first: number, analysis: Analysis): DemandForecast {
  const horizon = analysis.spread.length
  const { scale, negative } = analysis.facts
  const width = levelCount + 2
  const units = (value: number) => (negative ? value : Math.max(0, value)) * scale
  const out: DemandForecast = {
    mean: new Float32Array(horizon),
    quantiles: new Float32Array(horizon * levelCount),
    zero: new Float32Array(horizon),
    analysis
  }
  for (let h = 0; h < horizon; h++) {
    const start = (first + h) * width
    for (let k = 0; k < levelCount; k++) {
      out.quantiles[h * levelCount + k] = units(values[start + k] as number)
    }
    out.mean[h] = units(values[start + levelCount] as number)
    out.zero[h] = values[start + levelCount + 1] as number
  }
  return out
}
