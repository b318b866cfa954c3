import { analyse } from "../../models/demand/analysis"
import { candidateCount } from "../../models/demand/candidates"
import { featureCount } from "../../models/demand/features"
import { levelCount } from "../../models/demand/levels"
import { poolMembers } from "../../models/demand/pool"
import { cutSeries, type DemandSeries } from "../../src/features/demand-series"
import type { Draw } from "./random"

export const blockSize = candidateCount * levelCount

/** Rows for the network, column blocks side by side; `actual`, `spread` in units of each row's own scale. */
export class Examples {
  count = 0
  features: Float32Array
  members: Float32Array
  anchor: Float32Array
  blocks: Float32Array
  spread: Float32Array
  actual: Float32Array
  /** How much a row's error counts: series that move little count as much as those that move a lot. */
  weight: Float32Array

  constructor(readonly capacity: number) {
    this.features = new Float32Array(capacity * featureCount)
    this.members = new Float32Array(capacity * poolMembers.length)
    this.anchor = new Float32Array(capacity * poolMembers.length)
    this.blocks = new Float32Array(capacity * blockSize)
    this.spread = new Float32Array(capacity)
    this.actual = new Float32Array(capacity)
    this.weight = new Float32Array(capacity)
  }

  /** Forecasts from `length` on and keeps `rows` of the steps ahead that were observed. */
  add(
    series: DemandSeries,
    length: number,
    horizon: number,
    rows: number,
    draw: Draw,
    worth = 1
  ): void {
    const { facts, features, members, anchor, candidates, spread } = analyse(
      cutSeries(series, length),
      horizon
    )
    if (!(facts.scale > 0)) return
    const k = poolMembers.length
    const usual = Math.min(facts.stepChange, facts.seasonChange) / facts.scale
    for (let i = 0; i < rows && this.count < this.capacity; i++) {
      const h = rows >= horizon ? i : Math.floor(draw.next() * horizon)
      const actual = h < horizon ? (series.y[length + h] as number) : Number.NaN
      if (!(actual >= 0)) continue
      const row = this.count++
      this.features.set(
        features.subarray(h * featureCount, (h + 1) * featureCount),
        row * featureCount
      )
      this.members.set(members.subarray(h * k, (h + 1) * k), row * k)
      this.anchor.set(anchor.subarray(h * k, (h + 1) * k), row * k)
      this.blocks.set(candidates.subarray(h * blockSize, (h + 1) * blockSize), row * blockSize)
      this.spread[row] = spread[h] as number
      this.actual[row] = Math.min(50, actual / facts.scale)
      this.weight[row] = worth / (0.05 + (usual + (spread[h] as number)) / 2)
    }
  }
}
