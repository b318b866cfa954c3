import { existsSync, readdirSync } from "node:fs"
import { basename, join } from "node:path"
import { ensembleScores, fitEnsemble } from "../../models/anomaly/ensemble"
import { fitInformed, informedScores } from "../../models/anomaly/few-labels"
import { fitForest, forestScores } from "../../models/anomaly/isolation-forest"
import { drawWithout, type Matrix } from "../../models/anomaly/matrix"
import { seededRandom } from "../../models/anomaly/random"
import { bootstrap, meanOf } from "../bootstrap"
import { type Metric, MissingData } from "../metric"
import { auroc, averagePrecision } from "../ranking"
import { ecodScores, hbosScores, knnScores } from "./baselines"
import { type LabelledTable, readNpz } from "./npz"

/** ADBench itself draws this many rows of a larger set. */
const mostRows = 10_000
/** Where the files come from, for those who have none. */
export const adbenchOwner = "https://github.com/Minqi824/ADBench (adbench/datasets/Classical)"
const labelledCases = 10
const trainingShare = 0.7
const repeats = 3

const methods = {
  ours: (table: Matrix, seed: number) => ensembleScores(fitEnsemble(table, seed), table, true),
  iforest: (table: Matrix, seed: number) => forestScores(fitForest(table, seed), table),
  ecod: ecodScores,
  hbos: (table: Matrix) => hbosScores(table),
  knn: (table: Matrix) => knnScores(table)
} satisfies Record<string, (table: Matrix, seed: number) => Float32Array>
type Method = keyof typeof methods
const methodNames = Object.keys(methods) as Method[]

function choose({ table, labels }: LabelledTable, chosen: readonly number[]): LabelledTable {
  const { columns } = table
  const values = new Float32Array(chosen.length * columns)
  chosen.forEach((row, i) => {
    values.set(table.values.subarray(row * columns, (row + 1) * columns), i * columns)
  })
  return {
    table: { rows: chosen.length, columns, values },
    labels: chosen.map((row) => labels[row] ?? false)
  }
}

/** Rows of each class in a random order. */
function shuffled({ labels }: LabelledTable, seed: number): { odd: number[]; usual: number[] } {
  const order = [...drawWithout(seededRandom(seed), labels.length, labels.length)]
  return { odd: order.filter((row) => labels[row]), usual: order.filter((row) => !labels[row]) }
}

/** At most 10,000 rows with the set's own share of anomalies. */
function limited(set: LabelledTable): LabelledTable {
  const share = mostRows / set.table.rows
  if (share >= 1) return set
  const { odd, usual } = shuffled(set, 7)
  const part = (rows: number[]) => rows.slice(0, Math.max(1, Math.round(rows.length * share)))
  return choose(set, [...part(odd), ...part(usual)])
}

/** 70 % of each class to learn from, ten anomalies of it confirmed, the rest scored; mean AUROC of three splits. */
function withTenLabels(set: LabelledTable): { ours: number; unlabelled: number } {
  const results = Array.from({ length: repeats }, (_, repeat) => {
    const { odd, usual } = shuffled(set, 100 + repeat)
    const cut = (rows: number[]) => Math.floor(rows.length * trainingShare)
    const training = choose(set, [...odd.slice(0, cut(odd)), ...usual.slice(0, cut(usual))])
    const test = choose(set, [...odd.slice(cut(odd)), ...usual.slice(cut(usual))])
    const ensemble = fitEnsemble(training.table, 1 + repeat)
    const cases = Array.from({ length: Math.min(labelledCases, cut(odd)) }, (_, i) => i)
    const informed = fitInformed(ensemble, training.table, cases)
    return {
      ours: auroc([...informedScores(informed, test.table)], test.labels),
      unlabelled: auroc([...ensembleScores(ensemble, test.table)], test.labels)
    }
  })
  return {
    ours: meanOf(results.map(({ ours }) => ours)),
    unlabelled: meanOf(results.map(({ unlabelled }) => unlabelled))
  }
}

type Row = {
  name: string
  rows: number
  used: number
  auroc: Record<Method, number>
  ap: Record<Method, number>
  few: { ours: number; unlabelled: number } | null
}

/** @throws Error for a file that cannot be read or that has one class only */
function evaluate(path: string): Row {
  const whole = readNpz(path)
  const set = limited(whole)
  const odd = set.labels.filter(Boolean).length
  if (odd === 0 || odd === set.labels.length) {
    throw new Error(`${odd} of ${set.labels.length} rows are anomalies: nothing to tell apart`)
  }
  const results = methodNames.map((name) => {
    const scores = [...methods[name](set.table, 1)]
    return {
      name,
      auroc: auroc(scores, set.labels),
      ap: averagePrecision(scores, set.labels)
    }
  })
  const by = (measure: "auroc" | "ap") =>
    Object.fromEntries(results.map((one) => [one.name, one[measure]])) as Record<Method, number>
  return {
    name: basename(path, ".npz"),
    rows: whole.table.rows,
    used: set.table.rows,
    auroc: by("auroc"),
    ap: by("ap"),
    few: odd * trainingShare >= 2 && odd >= 4 ? withTenLabels(set) : null
  }
}

/** One bad file does not end the others' run: it is named and left out. */
function evaluateOrSay(path: string): Row[] {
  try {
    const row = evaluate(path)
    const shown = methodNames.map((name) => `${name} ${row.auroc[name].toFixed(3)}`).join("  ")
    const drawn = row.used < row.rows ? `  (${row.used} of ${row.rows} rows drawn)` : ""
    console.log(
      `${row.name.padEnd(20)} ${shown}  10 labels ${row.few?.ours.toFixed(3) ?? "–"}${drawn}`
    )
    return [row]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    console.log(`${basename(path, ".npz").padEnd(20)} left out: ${why}`)
    return []
  }
}

/** The detectors of the worker on every ADBench file of a folder, against the usual ones, all in one run. */
export function evaluateAdbench(folder: string): Metric[] {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".npz"))
        .sort()
    : []
  if (files.length === 0) {
    throw new MissingData(`no .npz file in "${folder}": get them from ${adbenchOwner}`)
  }
  const rows = files.flatMap((file) => evaluateOrSay(join(folder, file)))
  if (rows.length === 0) throw new Error(`no file of "${folder}" could be used`)
  const metric = (id: string, value: number, n: number, note?: string): Metric => ({
    id: `anomaly.adbench.${id}`,
    value,
    unit: "",
    n,
    ...(note ? { note } : {})
  })
  const differences = rows.map(({ auroc }) => auroc.ours - auroc.iforest)
  const { low, high } = bootstrap(
    rows.length,
    (chosen) => meanOf(chosen.map((i) => differences[i] ?? 0)),
    5_000
  )
  const few = rows.flatMap((row) => row.few ?? [])
  const mean = (measure: "auroc" | "ap", method: Method) =>
    meanOf(rows.map((row) => row[measure][method]))
  return [
    metric("auroc", mean("auroc", "ours"), rows.length, "mean over sets; no label, no tuning"),
    ...(["iforest", "ecod", "hbos", "knn"] as const).map((name) =>
      metric(`auroc_${name}`, mean("auroc", name), rows.length)
    ),
    metric(
      "ci_low",
      low,
      rows.length,
      `ours − IForest, paired over sets; upper end ${high.toFixed(4)}`
    ),
    metric("ap", mean("ap", "ours"), rows.length),
    ...(["iforest", "ecod", "hbos", "knn"] as const).map((name) =>
      metric(`ap_${name}`, mean("ap", name), rows.length)
    ),
    metric(
      "auroc_10_labels",
      meanOf(few.map(({ ours }) => ours)),
      few.length,
      `sets with at least 4 anomalies; the same test rows without labels ${meanOf(few.map(({ unlabelled }) => unlabelled)).toFixed(3)}`
    )
  ]
}
