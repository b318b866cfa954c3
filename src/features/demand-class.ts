import { demandClassNames } from "../domain/forecast"

export const demandClasses = demandClassNames
export type DemandClass = (typeof demandClasses)[number]

export type DemandShape = {
  /** Mean interval between demands, in steps (1: every step). */
  interval: number
  /** Squared coefficient of variation of the non-zero demands. */
  variation: number
  class: DemandClass
}

/** The four classes of Syntetos, Boylan and Croston (2005): cut at an interval of 1.32 and a variation of 0.49. */
export function demandShape(y: Float64Array): DemandShape {
  let steps = 0
  let demands = 0
  let sum = 0
  let squares = 0
  for (let t = 0; t < y.length; t++) {
    const value = y[t] as number
    if (Number.isNaN(value)) continue
    steps++
    if (value <= 0) continue
    demands++
    sum += value
    squares += value * value
  }
  const mean = demands > 0 ? sum / demands : 0
  const interval = demands > 0 ? steps / demands : steps + 1
  const variation = mean > 0 ? Math.max(0, squares / demands - mean * mean) / (mean * mean) : 0
  const rare = interval >= 1.32
  const wild = variation >= 0.49
  const name = rare ? (wild ? "lumpy" : "intermittent") : wild ? "erratic" : "smooth"
  return { interval, variation, class: name }
}
