/**
 * Orders as baskets, oldest first, in columns. Basket b holds the distinct items `item[start[b]] … item[start[b + 1] - 1]`;
 * items are 0 … items − 1, buyers 1 … (0: unknown), `at` is in days.
 */
export type Baskets = {
  items: number
  start: Uint32Array
  item: Uint32Array
  buyer: Uint32Array
  at: Float64Array
}

export type Basket = { buyer: number; at: number; items: number[] }

export const basketCount = ({ at }: Baskets) => at.length

export function itemsOf({ start, item }: Baskets, basket: number): Uint32Array {
  return item.subarray(start[basket], start[basket + 1])
}

/** Sorts by time (stable) and removes an item's second line in the same basket; baskets without items are left out. */
export function toBaskets(list: Basket[], items: number): Baskets {
  const sorted = list.filter((one) => one.items.length > 0).sort((a, b) => a.at - b.at)
  const start = new Uint32Array(sorted.length + 1)
  const item: number[] = []
  for (const [b, one] of sorted.entries()) {
    for (const id of new Set(one.items)) item.push(id)
    start[b + 1] = item.length
  }
  return {
    items,
    start,
    item: Uint32Array.from(item),
    buyer: Uint32Array.from(sorted, ({ buyer }) => buyer),
    at: Float64Array.from(sorted, ({ at }) => at)
  }
}

/** The baskets before number `end`; shares memory. */
export function earlier(baskets: Baskets, end: number): Baskets {
  return {
    items: baskets.items,
    start: baskets.start.subarray(0, end + 1),
    item: baskets.item.subarray(0, baskets.start[end]),
    buyer: baskets.buyer.subarray(0, end),
    at: baskets.at.subarray(0, end)
  }
}

/** Rows of ragged lists: row r is `values[start[r]] … values[start[r + 1] - 1]`. */
export type Ragged = { start: Uint32Array; values: Uint32Array }

export const rowOf = ({ start, values }: Ragged, row: number) =>
  values.subarray(start[row], start[row + 1])

function group(keys: Uint32Array, values: (index: number) => number, rows: number): Ragged {
  const start = new Uint32Array(rows + 1)
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1
  for (let row = 0; row < rows; row++) start[row + 1] = (start[row + 1] ?? 0) + (start[row] ?? 0)
  const next = start.slice()
  const out = new Uint32Array(keys.length)
  for (const [index, key] of keys.entries()) {
    const place = next[key] ?? 0
    out[place] = values(index)
    next[key] = place + 1
  }
  return { start, values: out }
}

/** For each value the rows that hold it, ascending. */
export function invert({ start, values }: Ragged, size: number): Ragged {
  const owner = new Uint32Array(values.length)
  for (let row = 0; row + 1 < start.length; row++) owner.fill(row, start[row], start[row + 1])
  return group(values, (place) => owner[place] ?? 0, size)
}

/** For each item the baskets that hold it, oldest first. */
export const basketsByItem = ({ start, item, items }: Baskets): Ragged =>
  invert({ start, values: item }, items)

/** For each buyer (row 0: unknown, left empty) the baskets, oldest first. */
export function basketsByBuyer(baskets: Baskets): Ragged {
  const most = baskets.buyer.reduce((high, buyer) => Math.max(high, buyer), 0)
  return group(baskets.buyer, (basket) => basket, most + 1)
}

/** For each buyer (row 0: unknown, left empty) the distinct items, in the order of first purchase. */
export function itemsByBuyer(baskets: Baskets, byBuyer: Ragged): Ragged {
  const start = new Uint32Array(byBuyer.start.length)
  const values: number[] = []
  for (let buyer = 1; buyer + 1 < byBuyer.start.length; buyer++) {
    const own = new Set<number>()
    for (const basket of rowOf(byBuyer, buyer)) {
      for (const item of itemsOf(baskets, basket)) own.add(item)
    }
    for (const item of own) values.push(item)
    start[buyer + 1] = values.length
  }
  return { start, values: Uint32Array.from(values) }
}
