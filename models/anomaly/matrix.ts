/** Rows side by side in one array: value (r, c) is at r × columns + c. */
export type Matrix = { rows: number; columns: number; values: Float32Array }

/** @throws RangeError when a row has another length or a value that is not finite */
export function matrixOf(rows: readonly ArrayLike<number>[], columns: number): Matrix {
  const values = new Float32Array(rows.length * columns)
  rows.forEach((row, r) => {
    if (row.length !== columns) throw new RangeError(`a row of ${row.length}, not ${columns}`)
    values.set(row, r * columns)
  })
  // a NaN may come back from a GPU as a number (RELIABILITY M15), and a forest would send it left
  if (!values.every(Number.isFinite)) throw new RangeError("input is not finite")
  return { rows: rows.length, columns, values }
}

/** Moves `count` entries drawn at random to the front (Fisher and Yates, cut short). */
export function shuffleFront(random: () => number, order: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (order.length - i))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}

/** `count` different numbers below `n`, or all of them. */
export function drawWithout(random: () => number, n: number, count: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  const most = Math.min(count, n)
  shuffleFront(random, order, most)
  return order.subarray(0, most)
}
