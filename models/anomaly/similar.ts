import { type AnomalyFit, signalNames } from "./fit"

/** Places in `fit.recent` of the orders that are most alike, nearest first; `own` is left out. */
export function mostAlike(
  { recent }: Pick<AnomalyFit, "recent">,
  inputs: Float32Array,
  count: number,
  own = -1
): number[] {
  const { rows, columns, values } = recent
  const found: { row: number; distance: number }[] = []
  for (let row = 0; row < rows; row++) {
    if (row === own) continue
    const most = found.length < count ? Number.POSITIVE_INFINITY : (found.at(-1)?.distance ?? 0)
    let distance = 0
    for (let c = signalNames.length; c < columns && distance < most; c++) {
      const difference = (values[row * columns + c] ?? 0) - (inputs[c] ?? 0)
      distance += difference * difference
    }
    if (distance >= most) continue
    found.push({ row, distance })
    found.sort((a, b) => a.distance - b.distance)
    if (found.length > count) found.pop()
  }
  return found.map(({ row }) => row)
}
