import { join } from "node:path"
import { IsolationForest as MapForest } from "isolation-forest"
import { IsolationForest as ArrayForest } from "ml-isolation-forest"
import { fitForest, forestScores } from "../models/anomaly/isolation-forest"
import type { Matrix } from "../models/anomaly/matrix"
import { fitNeighbours, neighbourScores } from "../models/anomaly/neighbours"
import { fitScaling, standardize } from "../models/anomaly/standardize"
import { adbenchOwner } from "./anomaly/adbench"
import { readNpz } from "./anomaly/npz"
import { bootstrap, meanOf } from "./bootstrap"
import { dataPath } from "./data"
import { type Measurement, type Metric, median } from "./metric"
import { auroc } from "./ranking"

/** Sets of up to 6,000 rows, so that the packages finish. */
const sets = [
  "4_breastw",
  "6_cardio",
  "14_glass",
  "18_Ionosphere",
  "26_optdigits",
  "38_thyroid",
  "40_vowels",
  "44_Wilt"
]
const runs = 3

const rowsOf = ({ rows, columns, values }: Matrix) =>
  Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)])

/** Fit and score every row, the table already in the form that each takes. */
const engines: Record<string, (table: Matrix) => () => ArrayLike<number>> = {
  forest: (table) => () => forestScores(fitForest(table, 1), table),
  neighbours: (table) => () => {
    const standard = standardize(fitScaling(table), table)
    return neighbourScores(fitNeighbours(standard, 1), standard, true)
  },
  "npm_ml-isolation-forest": (table) => {
    const rows = rowsOf(table)
    return () => {
      const forest = new ArrayForest({ nEstimators: 100 })
      forest.train(rows)
      return forest.predict(rows)
    }
  },
  "npm_isolation-forest": (table) => {
    const rows = rowsOf(table).map((row) => Object.fromEntries(row.entries()))
    return () => {
      const forest = new MapForest(100, 256)
      forest.fit(rows)
      return forest.scores()
    }
  }
}

async function run(): Promise<Metric[]> {
  const folder = dataPath("adbench", adbenchOwner)
  const results = new Map(
    Object.keys(engines).map((name) => [name, { ms: [] as number[], auroc: [] as number[] }])
  )
  for (const name of sets) {
    const { table, labels } = readNpz(join(folder, `${name}.npz`))
    for (const [engine, prepare] of Object.entries(engines)) {
      const work = prepare(table)
      const times: number[] = []
      let scores: ArrayLike<number> = work()
      for (let i = 0; i < runs; i++) {
        const start = performance.now()
        scores = work()
        times.push(performance.now() - start)
      }
      results.get(engine)?.ms.push(median(times))
      results.get(engine)?.auroc.push(auroc(Array.from(scores), labels))
    }
  }
  const of = (name: string) => results.get(name) ?? { ms: [], auroc: [] }
  const packages = Object.keys(engines).filter((name) => name.startsWith("npm_"))
  const fastest = packages.reduce((best, one) =>
    meanOf(of(one).ms) < meanOf(of(best).ms) ? one : best
  )
  const metric = (id: string, value: number, unit: string, note?: string): Metric => ({
    id: `anomaly.speed.${id}`,
    value,
    unit,
    n: sets.length,
    ...(note ? { note } : {})
  })
  return [
    ...[...results].flatMap(([name, { ms, auroc }]) => [
      metric(
        `${name}_ms`,
        meanOf(ms),
        "ms",
        "fit and score, mean over sets of the median of three runs"
      ),
      metric(`${name}_auroc`, meanOf(auroc), "")
    ]),
    ...["forest", "neighbours"].map((name) => {
      const gap = of(name).auroc.map((value, i) => value - (of(fastest).auroc[i] ?? 0))
      const { low, high } = bootstrap(
        gap.length,
        (chosen) => meanOf(chosen.map((i) => gap[i] ?? 0)),
        5_000
      )
      return metric(
        `${name}_times_faster`,
        meanOf(of(fastest).ms) / meanOf(of(name).ms),
        "×",
        `than ${fastest.slice(4)}, the faster package; AUROC difference ${low.toFixed(3)} to ${high.toFixed(3)} (95 %)`
      )
    })
  ]
}

/** Our isolation forest and neighbours against the npm packages, on the same rows in the same run. */
export const forestSpeedBench: Measurement = { name: "anomaly", run }
