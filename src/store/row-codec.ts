/** Typed arrays and buffers as JSON: kind and base64. */
const arrays = {
  Float64Array,
  Float32Array,
  Uint32Array,
  Int32Array,
  Uint16Array,
  Int16Array,
  Uint8Array,
  Int8Array
} as const
type Kind = keyof typeof arrays
type Tagged = { $bytes: Kind | "ArrayBuffer"; base64: string }

const toBase64 = (bytes: Uint8Array): string => {
  let text = ""
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  }
  return btoa(text)
}

export const base64Of = toBase64

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))

function tag(_: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) {
    return { $bytes: "ArrayBuffer", base64: toBase64(new Uint8Array(value)) } satisfies Tagged
  }
  if (!ArrayBuffer.isView(value)) {
    // JSON knows no NaN; an unknown price stays unknown
    return typeof value === "number" && Number.isNaN(value) ? { $bytes: "NaN" } : value
  }
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return { $bytes: value.constructor.name, base64: toBase64(bytes) }
}

function untag(key: string, value: unknown): unknown {
  // a file from outside may not touch what objects inherit
  if (key === "__proto__") return undefined
  const tagged = value as Partial<Tagged> | null
  if (typeof tagged !== "object" || tagged === null || !("$bytes" in tagged)) return value
  const kind: string = tagged.$bytes ?? ""
  if (kind === "NaN") return Number.NaN
  const { buffer } = bytesOf(tagged.base64 ?? "")
  if (kind === "ArrayBuffer") return buffer
  const array = Object.hasOwn(arrays, kind) ? arrays[kind as Kind] : undefined
  if (!array) throw new TypeError(`unknown kind of bytes: ${kind}`)
  return new array(buffer)
}

/** Rows of a table as bytes of JSON, typed arrays included. */
export function encodeRows(rows: unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(rows, tag))
}

/** @throws SyntaxError or TypeError for what `encodeRows` did not write */
export function decodeRows(bytes: Uint8Array<ArrayBuffer>): unknown[] {
  const rows: unknown = JSON.parse(new TextDecoder().decode(bytes), untag)
  if (!Array.isArray(rows)) throw new TypeError("no list of rows")
  return rows
}
