import { orderFeatures } from "../../src/features/order-features"
import { type AnomalyFit, signalNames } from "./fit"
import { fitHead, type Head, logOddsOf, sigmoid } from "./head"
import { likenessTo } from "./likeness"
import { matrixOf } from "./matrix"

/** One verdict: the order's head inputs (likeness 0), its distance to the history, and what the seller said. */
export type VerdictRow = { inputs: Float32Array; distance: number; bad: boolean }

const signals = signalNames.length
const features = orderFeatures.length
/** How firmly the shipped weights hold, in verdicts: signals were learnt on many shops, features start at nothing. */
const strengthOf = { signal: 100, feature: 200, likeness: 20, bias: 1 } as const
/** Orders without a verdict hold the head to what the shipped one said of them. */
const anchors = 250

const strengths = new Float64Array(signals + features + 1).map((_, i) => {
  if (i === signals + features) return strengthOf.bias
  if (i === signals - 1) return strengthOf.likeness
  return i < signals ? strengthOf.signal : strengthOf.feature
})

/**
 * The head after the seller's verdicts: the shipped one as prior, verdicts as evidence, and orders nobody judged as
 * anchors at the shipped probability, so that ten verdicts on one kind do not turn the shop's ordinary orders bad.
 */
export function learnVerdicts(
  fit: AnomalyFit,
  verdicts: readonly VerdictRow[],
  shipped: Head
): AnomalyFit {
  const standardOf = ({ inputs }: VerdictRow) => inputs.subarray(signals)
  const bad = verdicts.filter((one) => one.bad)
  const confirmed = matrixOf(bad.map(standardOf), features)
  if (verdicts.length === 0) return { ...fit, head: shipped, confirmed }
  const own = Int32Array.from(verdicts, (one) => bad.indexOf(one))
  const likeness = likenessTo(
    confirmed,
    matrixOf(verdicts.map(standardOf), features),
    Float32Array.from(verdicts, ({ distance }) => distance),
    own
  )
  const rows = verdicts.map(({ inputs }, i) => withLikeness(inputs, Math.max(0, likeness[i] ?? 0)))
  const { recent } = fit
  const step = Math.max(1, Math.floor(recent.rows / anchors))
  const unjudged = Array.from({ length: Math.floor(recent.rows / step) }, (_, i) =>
    recent.values.subarray(i * step * recent.columns, (i * step + 1) * recent.columns)
  )
  const head = fitHead(
    [...rows, ...unjudged],
    [
      ...verdicts.map((one) => Number(one.bad)),
      ...unjudged.map((row) => sigmoid(logOddsOf(shipped, row)))
    ],
    { head: shipped, strengths }
  )
  return { ...fit, head, confirmed }
}

function withLikeness(inputs: Float32Array, likeness: number): Float32Array {
  const row = inputs.slice()
  row[signals - 1] = likeness
  return row
}
