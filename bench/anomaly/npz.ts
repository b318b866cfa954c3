import { readFileSync } from "node:fs"
import { inflateRawSync } from "node:zlib"
import type { Matrix } from "../../models/anomaly/matrix"

/** A file of the ADBench collection: X as numbers, y as anomaly or not. */
export type LabelledTable = { table: Matrix; labels: boolean[] }

type NpyArray = { shape: number[]; fortran: boolean; values: ArrayLike<number | bigint> }

const typed: Record<string, (bytes: ArrayBuffer) => ArrayLike<number | bigint>> = {
  f8: (bytes) => new Float64Array(bytes),
  f4: (bytes) => new Float32Array(bytes),
  i8: (bytes) => new BigInt64Array(bytes),
  i4: (bytes) => new Int32Array(bytes),
  i2: (bytes) => new Int16Array(bytes),
  i1: (bytes) => new Int8Array(bytes),
  u8: (bytes) => new BigUint64Array(bytes),
  u4: (bytes) => new Uint32Array(bytes),
  u2: (bytes) => new Uint16Array(bytes),
  u1: (bytes) => new Uint8Array(bytes),
  b1: (bytes) => new Uint8Array(bytes)
}

/** Entries of a zip file by its central directory (APPNOTE 4.3.12): stored or deflated, no zip64. */
function unzip(file: Buffer): Map<string, Buffer> {
  const end = file.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"))
  if (end < 0) throw new Error("not a zip file")
  const entries = new Map<string, Buffer>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const method = file.readUInt16LE(at + 10)
    const size = file.readUInt32LE(at + 20)
    const nameSize = file.readUInt16LE(at + 28)
    const rest = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const local = file.readUInt32LE(at + 42)
    const name = file.toString("utf8", at + 46, at + 46 + nameSize)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(start, start + size)
    if (method !== 0 && method !== 8) throw new Error(`${name}: zip method ${method}`)
    entries.set(name, method === 0 ? packed : inflateRawSync(packed))
    at += 46 + nameSize + rest
  }
  return entries
}

/** NumPy's array format, versions 1 to 3, little endian (numpy.lib.format). */
function parseNpy(name: string, bytes: Buffer): NpyArray {
  if (bytes.toString("latin1", 0, 6) !== "\u0093NUMPY")
    throw new Error(`${name}: not an .npy array`)
  const wide = (bytes[6] ?? 1) > 1
  const start = (wide ? 12 : 10) + (wide ? bytes.readUInt32LE(8) : bytes.readUInt16LE(8))
  const header = bytes.toString("latin1", 10, start)
  const type = /'descr':\s*'[<|=]([a-z]\d)'/.exec(header)?.[1] ?? ""
  const shape = (/'shape':\s*\(([^)]*)\)/.exec(header)?.[1] ?? "")
    .split(",")
    .filter((part) => part.trim())
    .map(Number)
  const view = typed[type]
  if (!view) throw new Error(`${name}: numbers of type ${header.slice(0, 60)}`)
  const data = bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length)
  const values = view(data as ArrayBuffer)
  if (values.length !== shape.reduce((product, size) => product * size, 1)) {
    throw new Error(`${name}: ${values.length} numbers for a shape of ${shape.join(" × ")}`)
  }
  return { shape, fortran: /'fortran_order':\s*True/.test(header), values }
}

/**
 * Reads X [n × d] and y [n] of an ADBench file; a number that is missing or beyond float32 becomes its column's mean.
 * @throws Error that names the file and what is wrong with it
 */
export function readNpz(path: string): LabelledTable {
  const entries = unzip(readFileSync(path))
  const array = (name: string) => {
    const bytes = entries.get(`${name}.npy`)
    if (!bytes) throw new Error(`${path}: no array ${name}`)
    return parseNpy(`${path}: ${name}`, bytes)
  }
  const { shape, fortran, values: x } = array("X")
  const y = array("y").values
  const [rows = 0, columns = 1] = shape
  if (y.length !== rows) throw new Error(`${path}: ${y.length} labels for ${rows} rows`)
  const values = new Float32Array(rows * columns)
  for (let column = 0; column < columns; column++) {
    let sum = 0
    let known = 0
    for (let row = 0; row < rows; row++) {
      const value = Math.fround(Number(x[fortran ? column * rows + row : row * columns + column]))
      values[row * columns + column] = value
      if (!Number.isFinite(value)) continue
      sum += value
      known += 1
    }
    // a missing number is no evidence either way
    const mean = Math.fround(sum / Math.max(1, known))
    for (let at = column; at < values.length; at += columns) {
      if (!Number.isFinite(values[at])) values[at] = mean
    }
  }
  return {
    table: { rows, columns, values },
    labels: Array.from({ length: rows }, (_, row) => Number(y[row]) !== 0)
  }
}
