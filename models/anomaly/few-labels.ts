import { detectorSurprises, type Ensemble } from "./ensemble"
import { fitHead, type Head, logOddsOf } from "./head"
import { likenessTo } from "./likeness"
import { type Matrix, matrixOf } from "./matrix"
import { fitScaling, type Scaling, standardize } from "./standardize"

/** An ensemble that was told of a few cases. */
export type Informed = { ensemble: Ensemble; confirmed: Matrix; inputs: Scaling; head: Head }

/** Before it sees a case the head trusts likeness to cases most, then the detectors, and no column. */
const priorWeight = { likeness: 1, detector: 0.25 } as const
const strength = 10
const freeBias = 1e-6
/** Cases and all the rest count this much each, however few cases there are. */
const classWeight = 10

/** Learns from rows of the history that were confirmed; every other row counts as usual, which most are. */
export function fitInformed(
  ensemble: Ensemble,
  history: Matrix,
  cases: readonly number[]
): Informed {
  const { columns } = history
  const standard = standardize(ensemble.scaling, history)
  const confirmed = matrixOf(
    cases.map((row) => standard.values.subarray(row * columns, (row + 1) * columns)),
    columns
  )
  const own = new Int32Array(history.rows).fill(-1)
  cases.forEach((row, i) => {
    own[row] = i
  })
  const raw = inputsOf(ensemble, confirmed, history, own)
  const inputs = fitScaling(raw)
  const rows = rowsOf(standardize(inputs, raw))
  const targets = own.map((index) => (index >= 0 ? 1 : 0))
  const usual = history.rows - cases.length
  const weights = Float64Array.from(targets, (target) =>
    target ? classWeight / cases.length : classWeight / Math.max(1, usual)
  )
  const prior = new Float64Array(columns + 3)
  prior.set([priorWeight.detector, priorWeight.detector, priorWeight.likeness], columns)
  const strengths = new Float64Array(columns + 4).fill(strength)
  strengths[columns + 3] = freeBias
  const head = fitHead(rows, targets, { head: { weights: prior, bias: 0 }, strengths }, weights)
  return { ensemble, confirmed, inputs, head }
}

/** Log-odds of each row, higher = more like a case. */
export function informedScores(informed: Informed, rows: Matrix): Float32Array {
  const { ensemble, confirmed, inputs, head } = informed
  const standard = rowsOf(standardize(inputs, inputsOf(ensemble, confirmed, rows)))
  return Float32Array.from(standard, (row) => logOddsOf(head, row))
}

/** Columns in spreads, the surprise of each detector, likeness to the cases. `own` says that `rows` is the history. */
function inputsOf(ensemble: Ensemble, confirmed: Matrix, rows: Matrix, own?: Int32Array): Matrix {
  const { forest, neighbours, standard, distance } = detectorSurprises(
    ensemble,
    rows,
    own !== undefined
  )
  const likeness = likenessTo(confirmed, standard, distance, own)
  return matrixOf(
    rowsOf(standard).map((row, i) => [
      ...row,
      forest[i] ?? 0,
      neighbours[i] ?? 0,
      likeness[i] ?? 0
    ]),
    rows.columns + 3
  )
}

const rowsOf = ({ rows, columns, values }: Matrix): Float32Array[] =>
  Array.from({ length: rows }, (_, row) => values.subarray(row * columns, (row + 1) * columns))
