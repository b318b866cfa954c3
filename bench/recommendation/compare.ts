import type { Case } from "../../models/recommendation/examples"
import { rankQuality } from "../../models/recommendation/quality"
import type { RankQuality } from "../../src/domain/recommendation-quality"
import type { Metric } from "../metric"
import type { Baseline } from "./baselines/past"
import { mean, pairedInterval } from "./paired"

export type Measure = "recall" | "ndcg" | "hit"
const labels: Record<Measure, string> = { recall: "recall10", ndcg: "ndcg10", hit: "hr10" }

type Scored = { name: string; qualities: RankQuality[] }

const qualitiesOf = (cases: Case[], rank: (one: Case) => number[]): RankQuality[] =>
  cases.map((one) => rankQuality(rank(one), new Set(one.answer)))

const column = (scored: Scored, measure: Measure) => scored.qualities.map((one) => one[measure])

/** Ours and every baseline on the same cases; the best baseline is chosen on these very cases, in its favour. */
export function compare(
  id: string,
  cases: Case[],
  ours: (one: Case) => number[],
  baselines: Baseline[],
  measures: Measure[]
): Metric[] {
  const own: Scored = { name: "ours", qualities: qualitiesOf(cases, ours) }
  const others = baselines.map(({ name, rank }) => ({ name, qualities: qualitiesOf(cases, rank) }))
  const metric = (name: string, value: number, note?: string): Metric => ({
    id: `rec.${id}.${name}`,
    value,
    unit: "",
    n: cases.length,
    ...(note ? { note } : {})
  })
  return measures.flatMap((measure) => {
    const label = labels[measure]
    const ranked = others.toSorted((a, b) => mean(column(b, measure)) - mean(column(a, measure)))
    const [best] = ranked
    const value = mean(column(own, measure))
    if (!best) return [metric(label, value)]
    const bestValue = mean(column(best, measure))
    const [low, high] = pairedInterval(column(own, measure), column(best, measure))
    return [
      metric(label, value),
      metric(`${label}_best_baseline`, bestValue, best.name),
      ...(bestValue > 0 ? [metric(`${label}_ratio`, value / bestValue)] : []),
      metric(
        `${label}_difference`,
        value - bestValue,
        `paired 95 % interval ${low.toFixed(4)} to ${high.toFixed(4)}`
      ),
      ...ranked.map((one) => metric(`${label}.${one.name}`, mean(column(one, measure))))
    ]
  })
}
