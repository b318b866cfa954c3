import { aggregatedLevel, meanInterval } from "./adida"
import type { Forecaster } from "./forecaster"

const mostLevels = 8

/** The mean over aggregation levels from one step to the mean interval (Petropoulos and Kourentzes 2015). */
export const imapa: Forecaster = ({ y, horizon, origins }, out) => {
  const widest = meanInterval(y)
  const stride = Math.max(1, Math.ceil(widest / mostLevels))
  for (let row = 0; row < origins.length; row++) {
    let sum = 0
    let count = 0
    for (let size = 1; size <= widest; size += stride) {
      sum += aggregatedLevel(y, origins[row] as number, size)
      count++
    }
    out.fill(sum / count, row * horizon, (row + 1) * horizon)
  }
}
