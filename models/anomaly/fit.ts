import { type Ensemble, fitEnsemble } from "./ensemble"
import type { Head } from "./head"
import type { Matrix } from "./matrix"
import { fitTails, type Tails } from "./tails"

/** Fewer orders than this say nothing of what is usual. */
export const fewestOrders = 50

/** Features are in spreads and logarithms: a column that hardly varies must not make a small step a giant one. */
const leastSpread = 0.1

/** What the head reads of an order before its features: see `headInputs`. */
export const signalNames = ["network", "forest", "neighbours", "tail", "peak", "likeness"] as const
export type Signal = (typeof signalNames)[number]

/** What the model learnt from one seller's history; structured-cloneable. */
export type AnomalyFit = {
  orders: number
  alertRate: number
  tails: Tails
  ensemble: Ensemble
  /** The head as it stands: the shipped one, moved by verdicts. */
  head: Head
  /** Standardised features of the orders that the seller confirmed. */
  confirmed: Matrix
  /** Head inputs of the newest orders of the history, for what a verdict changes. */
  recent: Matrix
  /** Distance to the history of each of them, for likeness. */
  recentDistance: Float32Array
  /** Their log-odds, sorted. */
  ranks: Float32Array
}

/** Everything of a fit that needs no network. */
export function fitShapes(history: Matrix, rows: Float32Array[], seed: number) {
  return {
    tails: fitTails(rows, history.columns),
    ensemble: fitEnsemble(history, seed, leastSpread)
  }
}

/** The three largest surprises: one clear oddity is enough, ten small ones are not. */
export function tailScore(surprises: Float32Array): number {
  const [a = 0, b = 0, c = 0] = surprises.slice().sort((x, y) => y - x)
  return a + b + c
}

/** ln Σ exp: the log-odds that an order is of any kind, from the log-odds of each. */
export function anyKind(kinds: Float32Array): number {
  const peak = kinds.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  return peak + Math.log(kinds.reduce((sum, value) => sum + Math.exp(value - peak), 0))
}
