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

type Entry = { name: string; kind: Kind; length: number; at: number; bytes: number }

function kindOf(column: Column): Kind {
  for (const [kind, array] of Object.entries(kinds)) {
    if (column instanceof array) return kind as Kind
  }
  return "text"
}

const aligned = (at: number) => (at + 7) & ~7

/** Texts as one: control characters never come in texts that were checked at the edge, so U+0001 separates them. */
const separator = "\u0001"

/** Columns as one piece of bytes: the length of a JSON directory, the directory, the columns at multiples of 8. */
export function pack(columns: ColumnSet): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const entries: Entry[] = []
  const parts: Uint8Array[] = []
  let at = 0
  for (const [name, column] of Object.entries(columns)) {
    const kind = kindOf(column)
    const part =
      kind === "text"
        ? encoder.encode((column as readonly string[]).join(separator))
        : new Uint8Array(
            (column as Uint8Array).buffer,
            (column as Uint8Array).byteOffset,
            (column as Uint8Array).byteLength
          )
    entries.push({ name, kind, length: column.length, at, bytes: part.byteLength })
    parts.push(part)
    at = aligned(at + part.byteLength)
  }
  const directory = encoder.encode(JSON.stringify(entries))
  const start = aligned(4 + directory.byteLength)
  const packed = new Uint8Array(start + at)
  new DataView(packed.buffer).setUint32(0, directory.byteLength, true)
  packed.set(directory, 4)
  for (const [i, entry] of entries.entries()) packed.set(parts[i] ?? [], start + entry.at)
  return packed
}

/**
 * Columns out of `pack`, the typed ones as views without a copy.
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
  for (const name of Object.keys(shape)) {
    const entry = entries.find((one) => one.name === name)
    if (!entry || entry.kind !== shape[name]) throw new TypeError(`no column ${name}`)
    if (entry.kind === "text") {
      const text = decoder.decode(new Uint8Array(packed.buffer, start + entry.at, entry.bytes))
      columns[name] = entry.length === 0 ? [] : text.split(separator)
    } else {
      columns[name] = new kinds[entry.kind](packed.buffer, start + entry.at, entry.length)
    }
  }
  return columns as S
}
