import { type Packed, packNumbers, unpackNumbers } from "./bit-pack"

/** A table by columns: numbers as typed arrays, texts as lists. */
export type Column =
  | Float64Array
  | Uint32Array
  | Int32Array
  | Uint16Array
  | Uint8Array
  | readonly string[]
export type ColumnSet = Record<string, Column>

const kinds = {
  f64: Float64Array,
  u32: Uint32Array,
  i32: Int32Array,
  u16: Uint16Array,
  u8: Uint8Array
} as const
type Kind = keyof typeof kinds | "text"

/** A kind of its own for packed numbers, so that a Portside of before refuses what it would misread. */
type Entry = {
  name: string
  kind: Kind | `packed-${Kind}`
  length: number
  at: number
  bytes: number
  packed?: Packed
}

function kindOf(column: Column): Kind {
  for (const [kind, array] of Object.entries(kinds)) {
    if (column instanceof array) return kind as Kind
  }
  return "text"
}

const aligned = (at: number) => (at + 7) & ~7

/** Texts as one: control characters never come in texts that were checked at the edge, so U+0001 separates them. */
const separator = "\u0001"

const bytesOf = (array: Exclude<Column, readonly string[]>) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

function packColumn(column: Column): Pick<Entry, "kind" | "packed"> & { part: Uint8Array } {
  const kind = kindOf(column)
  if (kind === "text") {
    return { kind, part: new TextEncoder().encode((column as readonly string[]).join(separator)) }
  }
  const numbers = column as Exclude<Column, readonly string[]>
  const found = packNumbers(numbers)
  if (!found || found.words.byteLength >= numbers.byteLength) {
    return { kind, part: bytesOf(numbers) }
  }
  return { kind: `packed-${kind}`, packed: found.packed, part: bytesOf(found.words) }
}

/** Columns as one piece of bytes: the length of a JSON directory, the directory, the columns at multiples of 8. */
export function pack(columns: ColumnSet): Uint8Array<ArrayBuffer> {
  const entries: Entry[] = []
  const parts: Uint8Array[] = []
  let at = 0
  for (const [name, column] of Object.entries(columns)) {
    const { part, ...how } = packColumn(column)
    entries.push({ name, ...how, length: column.length, at, bytes: part.byteLength })
    parts.push(part)
    at = aligned(at + part.byteLength)
  }
  const directory = new TextEncoder().encode(JSON.stringify(entries))
  const start = aligned(4 + directory.byteLength)
  const packed = new Uint8Array(start + at)
  new DataView(packed.buffer).setUint32(0, directory.byteLength, true)
  packed.set(directory, 4)
  for (const [i, entry] of entries.entries()) packed.set(parts[i] ?? [], start + entry.at)
  return packed
}

/**
 * Columns out of `pack`.
 * @throws TypeError for a column that is missing or of another kind than `shape` says
 */
export function unpack<S extends ColumnSet>(
  packed: Uint8Array<ArrayBuffer>,
  shape: { [K in keyof S]: Kind }
): S {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true)
  const decoder = new TextDecoder()
  const entries = JSON.parse(decoder.decode(packed.subarray(4, 4 + length))) as Entry[]
  const start = packed.byteOffset + aligned(4 + length)
  const columns: ColumnSet = {}
  for (const [name, kind] of Object.entries(shape) as [string, Kind][]) {
    const entry = entries.find((one) => one.name === name)
    if (!entry || entry.kind.replace("packed-", "") !== kind) {
      throw new TypeError(`no column ${name}`)
    }
    const at = start + entry.at
    if (kind === "text") {
      const text = decoder.decode(new Uint8Array(packed.buffer, at, entry.bytes))
      columns[name] = entry.length === 0 ? [] : text.split(separator)
    } else if (entry.packed) {
      const numbers = new kinds[kind](entry.length)
      unpackNumbers(entry.packed, new Uint32Array(packed.buffer, at, entry.bytes / 4), numbers)
      columns[name] = numbers
    } else {
      columns[name] = new kinds[kind](packed.buffer, at, entry.length)
    }
  }
  return columns as S
}
