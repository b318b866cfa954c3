import { FileRefused, importLimits } from "./limits"

export type ZipEntry = {
  name: string
  /** The entry's bytes, inflated as they are read and counted against the limit. */
  open(): ReadableStream<Uint8Array<ArrayBuffer>>
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const stored = 0
const deflated = 8

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

const bytesOf = async (blob: Blob, from: number, to: number) =>
  new DataView(await blob.slice(from, to).arrayBuffer())

/** Where the end record starts: it is the last thing in the file but for a comment of at most 64 KiB. */
async function findEnd(blob: Blob): Promise<DataView> {
  const from = Math.max(0, blob.size - 65_557)
  const tail = await bytesOf(blob, from, blob.size)
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) === endSignature) {
      return new DataView(tail.buffer, tail.byteOffset + at)
    }
  }
  throw new FileRefused("zip-broken")
}

/** Lets through at most `limit` bytes: what the archive says of its sizes is written by whoever made it. */
function counted(limit: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let total = 0
  return new TransformStream({
    transform(chunk, controller) {
      total += chunk.byteLength
      if (total > limit) controller.error(new FileRefused("too-large"))
      else controller.enqueue(chunk)
    }
  })
}

function openEntry(blob: Blob, at: number, size: number, method: number): ZipEntry["open"] {
  return () => {
    const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async start(controller) {
        const local = await bytesOf(blob, at, at + 30)
        if (local.byteLength < 30 || local.getUint32(0, true) !== localSignature) {
          controller.error(new FileRefused("zip-broken"))
          return
        }
        const data = at + 30 + local.getUint16(26, true) + local.getUint16(28, true)
        const reader = blob
          .slice(data, data + size)
          .stream()
          .getReader()
        for (let read = await reader.read(); !read.done; read = await reader.read()) {
          controller.enqueue(read.value)
        }
        controller.close()
      }
    })
    const plain =
      method === deflated ? source.pipeThrough(new DecompressionStream("deflate-raw")) : source
    return plain.pipeThrough(counted(importLimits.inflatedBytes))
  }
}

/**
 * The files in a zip (APPNOTE 6.3.10, without ZIP64): its central directory, nothing inflated yet.
 * @throws FileRefused for an archive that is damaged, encrypted or holds too many entries
 */
export async function readZip(blob: Blob): Promise<ZipEntry[]> {
  const end = await findEnd(blob)
  const count = end.getUint16(10, true)
  if (count > importLimits.zipEntries) throw new FileRefused("zip-too-many")
  const from = end.getUint32(16, true)
  const directory = await bytesOf(blob, from, from + end.getUint32(12, true))
  const entries: ZipEntry[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== entrySignature) {
      throw new FileRefused("zip-broken")
    }
    const flags = directory.getUint16(at + 8, true)
    const method = directory.getUint16(at + 10, true)
    const size = directory.getUint32(at + 20, true)
    const nameLength = directory.getUint16(at + 28, true)
    const after = at + 46 + nameLength
    if (after > directory.byteLength) throw new FileRefused("zip-broken")
    if (flags & 1) throw new FileRefused("zip-encrypted")
    const name = new TextDecoder().decode(
      new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength)
    )
    const offset = directory.getUint32(at + 42, true)
    const readable = (method === stored || method === deflated) && offset < blob.size
    if (!name.endsWith("/")) {
      if (!readable) throw new FileRefused("zip-broken")
      entries.push({ name, open: openEntry(blob, offset, size, method) })
    }
    at = after + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true)
  }
  return entries
}
