import { type AnomalyKind, riskOf } from "../../demo/truth"
import { networkInput } from "../../models/anomaly/network-input"
import { fitTails } from "../../models/anomaly/tails"
import { riskKinds } from "../../src/domain/risk"
import { orderFeatures } from "../../src/features/order-features"
import { replayRows, type World } from "./worlds"

/** What the network reads of an order, and which kind of `riskKinds` it is: −1 = an ordinary order. */
export type Example = { input: Float32Array; risk: number; kind: AnomalyKind | null }

/** Rows of one world as the network sees them: held against that world's own first half. */
export function examplesOf(world: World): Example[] {
  const rows = replayRows(world.orders, world.judged)
  const split = Math.floor(rows.length / 2)
  const tails = fitTails(rows.slice(0, split), orderFeatures.length)
  return rows.slice(split).map((row, i) => {
    const kind = world.truth.get(world.orders[split + i]?.nativeId ?? "") ?? null
    return {
      input: networkInput(tails, row),
      risk: kind ? riskKinds.indexOf(riskOf[kind]) : -1,
      kind
    }
  })
}
