import { createBreath } from "./breath"
import type { Encoding } from "./encoding"

/** Decoded text in pieces; bytes that are not UTF-8 in a UTF-8 file end it with a TypeError. */
export async function* textOf(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  encoding: Encoding
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" })
  const breathe = createBreath()
  const reader = bytes.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      // a slice of the file may come as megabytes at once: smaller pieces keep each turn short
      for (let at = 0; at < read.value.byteLength; at += pieceBytes) {
        const piece = decoder.decode(read.value.subarray(at, at + pieceBytes), { stream: true })
        if (piece) yield piece
        await breathe()
      }
    }
    const last = decoder.decode()
    if (last) yield last
  } finally {
    // a reader that stops early must not leave an inflating stream behind
    await reader.cancel().catch(() => undefined)
  }
}

const pieceBytes = 65_536
