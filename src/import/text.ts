import { createBreath } from "./breath"
import type { Encoding } from "./encoding"

/** A file that was ASCII in its sample and is not UTF-8 further on; `bytes` shows where. */
export class NotUtf8 extends Error {
  constructor(readonly bytes: Uint8Array) {
    super("not UTF-8")
  }
}

const pieceBytes = 65_536

/** Decoded text in pieces. @throws NotUtf8 */
export async function* textOf(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  encoding: Encoding
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" })
  const breathe = createBreath()
  const reader = bytes.getReader()
  let piece = new Uint8Array()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      // a slice of the file may come as megabytes at once: smaller pieces keep each turn short
      for (let at = 0; at < read.value.byteLength; at += pieceBytes) {
        piece = read.value.subarray(at, at + pieceBytes)
        const text = decoder.decode(piece, { stream: true })
        if (text) yield text
        await breathe()
      }
    }
    const last = decoder.decode()
    if (last) yield last
  } catch (error) {
    throw error instanceof TypeError && encoding === "utf-8" ? new NotUtf8(piece) : error
  } finally {
    // a reader that stops early must not leave an inflating stream behind
    await reader.cancel().catch(() => undefined)
  }
}
