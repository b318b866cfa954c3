import { riskKinds } from "../../src/domain/risk"
import { magnitudeFeatures, orderFeatures } from "../../src/features/order-features"
import { type Model, ModelDamaged, type ModelFiles } from "../model"
import { decodeWeights } from "../weights"
import { detectorSurprises } from "./ensemble"
import { type AnomalyFit, anyKind, fewestOrders, fitShapes, signalNames, tailScore } from "./fit"
import { type Head, logOddsOf, sigmoid } from "./head"
import { likenessTo } from "./likeness"
import { type Matrix, matrixOf } from "./matrix"
import { KindNetwork, networkShape } from "./network"
import { networkInput, networkInputs } from "./network-input"
import { rankOf } from "./ranks"
import { peakSurprise, tailSurprise } from "./tails"
import { learnVerdicts, type VerdictRow } from "./verdicts"

export type AnomalyScore = {
  /** Rank in the seller's own history, 0..1. */
  percentile: number
  /** Calibrated: of orders with 0.3, about three in ten are bad. */
  probability: number
  flagged: boolean
  /** Share of each kind of `riskKinds`, adding up to 1: what it is, if it is anything. */
  kinds: Float32Array
  /** Surprise per feature (−ln of the share of history that is as high), for the reasons. */
  surprises: Float32Array
}

/** What is computed of an order once; a verdict changes only what the head makes of it. */
export type OrderInputs = {
  /** [orders × (signals + features)], the likeness still 0. */
  head: Matrix
  /** Distance of each to the history. */
  distance: Float32Array
  kinds: Float32Array[]
  surprises: Float32Array[]
}

const features = orderFeatures.length
const signals = signalNames.length
/** An amount as far out as one in eight thousand would be is as likely bad as not. */
const evenPeak = 9
/** How many of the newest orders a fit keeps, for thresholds and for what a verdict changes. */
const keptRecent = 5_000

/** Says how likely an order is a bad one, and of which kind. Rows are those of `OrderHistory.features`. */
export class AnomalyModel implements Model<Float32Array, AnomalyScore> {
  readonly id = "anomaly"
  private fitted: AnomalyFit | null = null

  private constructor(
    readonly version: string,
    private readonly network: KindNetwork,
    private readonly shipped: Head
  ) {}

  /**
   * Checks the hash, decodes network and head and runs the known answer on the active backend.
   * @throws ModelDamaged
   */
  static async load(files: ModelFiles): Promise<AnomalyModel> {
    const arrays = await decodeWeights(files)
    const array = (name: string) => {
      const found = arrays.get(name)
      if (!found) throw new ModelDamaged(`anomaly: no array ${name}`)
      return found
    }
    const network = new KindNetwork(
      {
        w1: array("w1"),
        b1: array("b1"),
        w2: array("w2"),
        b2: array("b2"),
        w3: array("w3"),
        b3: array("b3")
      },
      networkInputs
    )
    const { input, expected, tolerance } = files.manifest.knownAnswer
    const answers = await network.kinds(input.map((row) => Float32Array.from(row)))
    const right = expected
      .flat()
      .every((value, i) => Math.abs((answers[i] ?? Number.NaN) - value) <= tolerance)
    if (!right) {
      network.dispose()
      throw new ModelDamaged("anomaly: the known answer is wrong on this backend")
    }
    const [bias = 0, ...weights] = array("head")
    const head = new Float64Array(signals + features)
    head.set(weights)
    const version = `anomaly@${files.manifest.version}+${files.manifest.weights.sha256.slice(0, 8)}`
    return new AnomalyModel(version, network, { weights: head, bias })
  }

  /** Learns what is usual from feature rows of the seller's own orders; null when there are too few. */
  async fit(
    rows: Float32Array[],
    options: { alertRate: number; seed: number }
  ): Promise<AnomalyFit | null> {
    if (rows.length < fewestOrders) return null
    const history = matrixOf(rows, features)
    const shapes = fitShapes(history, rows, options.seed)
    const inputs = await this.inputs(rows, shapes, true)
    const start = Math.max(0, rows.length - keptRecent)
    const { columns, values } = inputs.head
    const recent = {
      rows: rows.length - start,
      columns,
      values: values.slice(start * columns)
    }
    const fit: AnomalyFit = {
      orders: rows.length,
      alertRate: options.alertRate,
      ...shapes,
      head: this.shipped,
      confirmed: matrixOf([], features),
      recent,
      recentDistance: inputs.distance.slice(start),
      ranks: new Float32Array()
    }
    this.fitted = { ...fit, ranks: logOdds(fit, recent, fit.recentDistance).sort() }
    return this.fitted
  }

  /** Continues with a fit of an earlier life. */
  use(fit: AnomalyFit): void {
    this.fitted = fit
  }

  async predict(batch: Float32Array[]): Promise<AnomalyScore[]> {
    const { fitted } = this
    if (!fitted) throw new Error("anomaly: no fit in use")
    return this.judge(await this.inputs(batch, fitted))
  }

  /** What the current head makes of inputs that were computed before; no network, no history needed. */
  judge({ head, distance, kinds, surprises }: OrderInputs): AnomalyScore[] {
    const { fitted } = this
    if (!fitted) throw new Error("anomaly: no fit in use")
    return Array.from(logOdds(fitted, head, distance), (value, i) => {
      const percentile = rankOf(fitted.ranks, value)
      return {
        percentile,
        probability: sigmoid(value),
        flagged: percentile >= 1 - fitted.alertRate,
        kinds: kinds[i] ?? new Float32Array(riskKinds.length),
        surprises: surprises[i] ?? new Float32Array(features)
      }
    })
  }

  /** Moves the head by the seller's verdicts, from the shipped one; call it again with all of them after each. */
  learn(verdicts: readonly VerdictRow[]): AnomalyFit {
    const { fitted } = this
    if (!fitted) throw new Error("anomaly: no fit in use")
    const learnt = learnVerdicts(fitted, verdicts, this.shipped)
    const ranks = logOdds(learnt, learnt.recent, learnt.recentDistance).sort()
    this.fitted = { ...learnt, ranks }
    return this.fitted
  }

  /** Everything about orders that no verdict changes. @throws RangeError on a value that is not finite */
  async inputs(
    rows: Float32Array[],
    { tails, ensemble }: Pick<AnomalyFit, "tails" | "ensemble">,
    isHistory = false
  ): Promise<OrderInputs> {
    const table = matrixOf(rows, features)
    const surprises = rows.map((row) => tailSurprise(tails, row))
    const logits = await this.network.kinds(rows.map((row) => networkInput(tails, row)))
    const { forest, neighbours, standard, distance } = detectorSurprises(ensemble, table, isHistory)
    const { outputs } = networkShape
    const byKind = rows.map((_, i) => logits.slice(i * outputs, (i + 1) * outputs))
    const head = new Float32Array(rows.length * (signals + features))
    rows.forEach((row, i) => {
      const signalsOf = [
        anyKind(byKind[i] ?? new Float32Array()),
        forest[i] ?? 0,
        neighbours[i] ?? 0,
        tailScore(surprises[i] ?? new Float32Array()),
        peakSurprise(tails, row, magnitudeFeatures),
        0
      ]
      head.set(signalsOf, i * (signals + features))
      head.set(
        standard.values.subarray(i * features, (i + 1) * features),
        i * (signals + features) + signals
      )
    })
    return {
      head: { rows: rows.length, columns: signals + features, values: head },
      distance,
      kinds: byKind.map(softmax),
      surprises
    }
  }

  dispose(): void {
    this.network.dispose()
  }
}

/** The head over inputs, with each order's likeness to the confirmed ones. */
function logOdds(
  { head, confirmed }: Pick<AnomalyFit, "head" | "confirmed">,
  { rows, columns, values }: Matrix,
  distance: Float32Array
): Float32Array {
  const standard = new Float32Array(rows * features)
  for (let row = 0; row < rows; row++) {
    standard.set(values.subarray(row * columns + signals, (row + 1) * columns), row * features)
  }
  const likeness = likenessTo(confirmed, { rows, columns: features, values: standard }, distance)
  const weight = head.weights[signals - 1] ?? 0
  const peakAt = signalNames.indexOf("peak")
  return likeness.map((like, row) => {
    const input = values.subarray(row * columns, (row + 1) * columns)
    const usual = logOddsOf(head, input) + weight * Math.max(0, like)
    // one absurd amount is enough, whatever else looks ordinary
    return Math.max(usual, (input[peakAt] ?? 0) - evenPeak)
  })
}

function softmax(logits: Float32Array): Float32Array {
  const peak = logits.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const powers = logits.map((value) => Math.exp(value - peak))
  const total = powers.reduce((sum, value) => sum + value, 0)
  return powers.map((value) => value / total)
}

export type { VerdictRow }
