/** A forecast of `horizon` steps in units: what every measure, interval and decision is made from. */
export type Quantiled = {
  mean: Float32Array
  /** [horizon × levels] */
  quantiles: Float32Array
  /** Chance of no demand, [horizon]. */
  zero: Float32Array
}
