import type { Accumulator } from "./accumulator"

/** The k largest entries of each row of a matrix, as int8 with one scale a row; an unused place has code 0. */
export type TopRows = { k: number; ids: Uint32Array; codes: Int8Array; scales: Float32Array }

export function emptyTopRows(rows: number, k: number): TopRows {
  return {
    k,
    ids: new Uint32Array(rows * k),
    codes: new Int8Array(rows * k),
    scales: new Float32Array(rows)
  }
}

/** Replaces row `row` by the k largest positive values; `ids[i]` is the column of `values[i]`. */
export function setTopRow(
  top: TopRows,
  row: number,
  ids: ArrayLike<number>,
  values: Float32Array
): void {
  const { k } = top
  const order = largest(values, k)
  const scale = Math.max(1e-12, values[order[0] ?? 0] ?? 0) / 127
  top.scales[row] = scale
  for (let place = 0; place < k; place++) {
    const index = order[place] ?? -1
    top.ids[row * k + place] = ids[index] ?? 0
    top.codes[row * k + place] = Math.max(0, Math.round((values[index] ?? 0) / scale))
  }
}

/** Adds `weight` × row `row` to the sums. */
export function addTopRow(top: TopRows, row: number, weight: number, sums: Accumulator): void {
  const { k, ids, codes } = top
  const scale = (top.scales[row] ?? 0) * weight
  for (let place = row * k; place < (row + 1) * k; place++) {
    const code = codes[place] ?? 0
    if (code === 0) return
    sums.add(ids[place] ?? 0, code * scale)
  }
}

export type Entry = { id: number; value: number }

/** Entries of a row, largest first. */
export function topRow(top: TopRows, row: number): Entry[] {
  const entries: Entry[] = []
  for (let place = row * top.k; place < (row + 1) * top.k; place++) {
    const code = top.codes[place] ?? 0
    if (code === 0) break
    entries.push({ id: top.ids[place] ?? 0, value: code * (top.scales[row] ?? 0) })
  }
  return entries
}

/** Indexes of the k largest values, largest first, ties by index: a heap of the best k so far. */
export function largest(values: ArrayLike<number>, k: number): number[] {
  const heap: number[] = []
  const below = (a: number, b: number) => {
    const left = values[a] ?? 0
    const right = values[b] ?? 0
    return left < right || (left === right && a > b)
  }
  const sink = (from: number) => {
    for (let at = from; ; ) {
      let child = 2 * at + 1
      if (child >= heap.length) return
      if (child + 1 < heap.length && below(heap[child + 1] ?? 0, heap[child] ?? 0)) child++
      if (!below(heap[child] ?? 0, heap[at] ?? 0)) return
      const moved = heap[at] ?? 0
      heap[at] = heap[child] ?? 0
      heap[child] = moved
      at = child
    }
  }
  for (let index = 0; index < values.length; index++) {
    if (heap.length < k) {
      heap.push(index)
      if (heap.length === k) for (let at = k >> 1; at >= 0; at--) sink(at)
    } else if (k > 0 && below(heap[0] ?? 0, index)) {
      heap[0] = index
      sink(0)
    }
  }
  return heap.sort((a, b) => (below(a, b) ? 1 : -1))
}
