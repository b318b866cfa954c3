/**
 * Where the quantiles of a step may come from. `plus`: added to the blended centre; `times`: multiplied with it; `alone`:
 * a distribution of its own.
 */
export const candidates = {
  /** What the combination was off by, at about this step ahead. */
  residuals: "plus",
  /** Actual over combination, likewise. */
  ratios: "times",
  /** A normal curve with the spread of the residuals. */
  normal: "plus",
  /** What was sold lately, step by step. */
  recent: "alone",
  /** What was sold lately, over its mean. */
  shape: "times",
  /** What was sold at this phase of the season. */
  phase: "alone",
  /** Exponential smoothing with its Gaussian interval. */
  ets: "alone",
  /** Counts with the mean of the combination and the overdispersion of the history. */
  counts: "alone",
  /** An item that sells no more. */
  nothing: "alone"
} as const satisfies Record<string, "plus" | "times" | "alone">

export type Candidate = keyof typeof candidates
export const candidateNames = Object.keys(candidates) as Candidate[]
export const candidateCount = candidateNames.length
