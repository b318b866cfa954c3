import type { Matrix } from "./matrix"

/** Centre and scale of a history, one a column. */
export type Scaling = { center: Float32Array; scale: Float32Array }

/** Values beyond this many spreads count the same: one absurd row must not define what is usual. */
const mostSpreads = 8
/** A column that hardly varies must not turn a small step into a giant one. */
const leastSpread = 1e-6

/** Mean and standard deviation of each column. `least` is the smallest spread that counts as one. */
export function fitScaling(
  { rows, columns, values }: Matrix,
  least: number = leastSpread
): Scaling {
  const sum = new Float64Array(columns)
  const squares = new Float64Array(columns)
  for (let i = 0; i < values.length; i++) {
    const column = i % columns
    sum[column] = (sum[column] ?? 0) + (values[i] ?? 0)
  }
  const center = Float32Array.from(sum, (total) => total / Math.max(1, rows))
  for (let i = 0; i < values.length; i++) {
    const column = i % columns
    squares[column] = (squares[column] ?? 0) + ((values[i] ?? 0) - (center[column] ?? 0)) ** 2
  }
  const scale = Float32Array.from(squares, (total) => {
    const spread = Math.sqrt(total / Math.max(1, rows))
    return spread > least ? spread : Math.max(1, least)
  })
  return { center, scale }
}

/** Spreads from the centre, clipped. */
export function standardize({ center, scale }: Scaling, { rows, columns, values }: Matrix): Matrix {
  const z = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const column = i % columns
    const spreads = ((values[i] ?? 0) - (center[column] ?? 0)) / (scale[column] ?? 1)
    z[i] = Math.max(-mostSpreads, Math.min(mostSpreads, spreads))
  }
  return { rows, columns, values: z }
}
