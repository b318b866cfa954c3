import { magnitudeFeatures, orderFeatures } from "../../src/features/order-features"
import { type Model, ModelDamaged, type ModelFiles } from "../model"
import { decodeWeights } from "../weights"
import {
  type AnomalyFit,
  ensembleScore,
  fewestOrders,
  fitShapes,
  rankOf,
  rankSurprise,
  type ScorerName,
  scorerNames,
  tailScore
} from "./fit"
import { forestScore } from "./isolation-forest"
import { peakSurprise, type Tails, tailSurprise } from "./tails"
import { TensorScorer } from "./tensor-scores"
import { standardize } from "./whitening"

export type AnomalyScore = {
  /** Rank in the seller's own history, 0..1. */
  percentile: number
  flagged: boolean
  /** Surprise per feature (−ln of the share of history that is as high), for the reasons. */
  surprises: Float32Array
}

const features = orderFeatures.length

/** Ranks orders by how unlike the seller's own history they are. Rows are those of `OrderHistory.features`. */
export class AnomalyModel implements Model<Float32Array, AnomalyScore> {
  readonly id = "anomaly"
  private fitted: AnomalyFit | null = null

  private constructor(
    readonly version: string,
    private readonly tensors: TensorScorer
  ) {}

  /**
   * Checks the hash, decodes the prior network and runs its known answer on the active backend.
   * @throws ModelDamaged
   */
  static async load(files: ModelFiles): Promise<AnomalyModel> {
    const arrays = await decodeWeights(files)
    const array = (name: string) => {
      const found = arrays.get(name)
      if (!found) throw new ModelDamaged(`anomaly: no array ${name}`)
      return found
    }
    const tensors = new TensorScorer(
      {
        w1: array("w1"),
        b1: array("b1"),
        w2: array("w2"),
        b2: array("b2"),
        w3: array("w3"),
        b3: array("b3")
      },
      features
    )
    const { input, expected, tolerance } = files.manifest.knownAnswer
    const answers = await tensors.priorScores(input.map((row) => Float32Array.from(row)))
    const right = expected.every(
      ([value], i) => Math.abs((answers[i] ?? Number.NaN) - (value ?? 0)) <= tolerance
    )
    if (!right) {
      tensors.dispose()
      throw new ModelDamaged("anomaly: the known answer is wrong on this backend")
    }
    const version = `anomaly@${files.manifest.version}+${files.manifest.weights.sha256.slice(0, 8)}`
    return new AnomalyModel(version, tensors)
  }

  /** Learns what is usual from feature rows of the seller's own orders; null when there are too few. */
  async fit(
    rows: Float32Array[],
    options: { alertRate: number; seed: number }
  ): Promise<AnomalyFit | null> {
    if (rows.length < fewestOrders) return null
    const shapes = fitShapes(rows, features, options.seed)
    this.tensors.use(shapes.tensor)
    const scores = await this.rawScores(rows, shapes)
    const ranks = Object.fromEntries(
      scorerNames.map((name) => [name, scores[name].slice().sort()])
    ) as Record<ScorerName, Float32Array>
    const sums = rows.map((_, i) => combine(scores, ranks, i))
    const ensemble = Float32Array.from(sums).sort()
    const final = rows.map((row, i) => finalScore(shapes.tails, row, ensemble, sums[i] ?? 0))
    const fit = {
      ...shapes,
      alertRate: options.alertRate,
      ranks: { ...ranks, ensemble, final: Float32Array.from(final).sort() }
    }
    this.fitted = fit
    return fit
  }

  /** Continues with a fit of an earlier life. */
  use(fit: AnomalyFit): void {
    this.fitted = fit
    this.tensors.use(fit.tensor)
  }

  async predict(batch: Float32Array[]): Promise<AnomalyScore[]> {
    const { fitted } = this
    if (!fitted) throw new Error("anomaly: no fit in use")
    const scores = await this.rawScores(batch, fitted)
    return batch.map((row, i) => {
      const { ranks, tails } = fitted
      const sum = combine(scores, ranks, i)
      const percentile = rankOf(ranks.final, finalScore(tails, row, ranks.ensemble, sum))
      return {
        percentile,
        flagged: percentile >= 1 - fitted.alertRate,
        surprises: tailSurprise(tails, row)
      }
    })
  }

  /** The scores of each scorer on its own, for evaluation. */
  async rawScores(
    rows: Float32Array[],
    { tails, whitening, forest }: Pick<AnomalyFit, "tails" | "whitening" | "forest">
  ): Promise<Record<ScorerName, Float32Array>> {
    for (const row of rows) {
      if (row.length !== features || !row.every(Number.isFinite))
        throw new RangeError("anomaly: input is not finite")
    }
    const surprises = rows.map((row) => tailSurprise(tails, row))
    const tensors = await this.tensors.scores(
      rows.map((row) => standardize(whitening, row)),
      surprises
    )
    return {
      ...tensors,
      forest: Float32Array.from(rows, (row) => forestScore(forest, row)),
      tail: Float32Array.from(surprises, tailScore)
    }
  }

  dispose(): void {
    this.tensors.dispose()
  }
}

function combine(
  scores: Record<ScorerName, Float32Array>,
  sorted: Record<ScorerName, Float32Array>,
  i: number
): number {
  const surprises = Object.fromEntries(
    scorerNames.map((name) => [name, rankSurprise(sorted[name], scores[name][i] ?? 0)])
  ) as Record<ScorerName, number>
  return ensembleScore(surprises)
}

/** Many small oddities or one absurd one, whichever is the more surprising. */
function finalScore(tails: Tails, row: Float32Array, ensemble: Float32Array, sum: number): number {
  return Math.max(rankSurprise(ensemble, sum), peakSurprise(tails, row, magnitudeFeatures))
}
