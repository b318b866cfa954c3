import type { Forecaster } from "./forecaster"
import { shapeColumns } from "./shape-columns"
import { solveRidge } from "./solve"

const penalty = 2
/** Steps in which what was seen for the level loses half its say. */
const halfLife = (period: number) => (period === 7 ? 14 : period === 52 ? 8 : 6)
/** So many steps' worth of faith in a level that has not moved. */
const faith = 2

/**
 * Level × shape: a long memory learns the shape (season, year, promotion, price, holidays) by ridge regression (Hoerl
 * and Kennard 1970), a short one the level that multiplies it. Solved anew at each origin from running sums.
 */
export const levelShape: Forecaster = (input, out) => {
  const { y, period, horizon, origins } = input
  const { count: d, fill } = shapeColumns(input)
  const columns = new Float64Array(d)
  const products = new Float64Array(d * d)
  const targets = new Float64Array(d)
  const beta = new Float64Array(d)
  const work = new Float64Array(d * d)
  const decay = 0.5 ** (1 / halfLife(period))
  const memory = Math.ceil(6 * halfLife(period))
  let total = 0
  let seen = 0
  const shapeAt = (t: number, mean: number): number => {
    fill(t, columns)
    let sum = 0
    for (let k = 0; k < d; k++) sum += (beta[k] as number) * (columns[k] as number)
    return Math.max(sum, 0.02 * mean)
  }
  let row = 0
  for (let t = 0; row < origins.length; t++) {
    if (t === origins[row]) {
      const mean = seen > 0 ? Math.abs(total / seen) : 0
      solveRidge(products, targets, penalty, work, beta)
      let actual = faith * mean
      let shaped = faith * mean
      let weight = 1
      for (let s = t - 1; s >= Math.max(0, t - memory); s--) {
        weight *= decay
        const value = y[s] as number
        if (Number.isNaN(value)) continue
        actual += weight * value
        shaped += weight * shapeAt(s, mean)
      }
      const level = shaped > 0 ? actual / shaped : 1
      for (let h = 0; h < horizon; h++) out[row * horizon + h] = level * shapeAt(t + h, mean)
      row++
    }
    const value = y[t] as number
    if (Number.isNaN(value) || t >= y.length) continue
    total += value
    seen++
    fill(t, columns)
    for (let i = 0; i < d; i++) {
      const x = columns[i] as number
      if (x === 0) continue
      targets[i] = (targets[i] as number) + x * value
      for (let j = 0; j <= i; j++) {
        products[i * d + j] = (products[i * d + j] as number) + x * (columns[j] as number)
      }
    }
  }
}
