/** Bytes that only the key's owner can read, and that nobody can change or move unnoticed. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }

/** Something sealed was changed, moved to another place, or sealed by another installation. */
export class SealBroken extends Error {
  constructor(readonly place: string) {
    super(`sealed data at ${place} does not open`)
    this.name = "SealBroken"
  }
}

/** A blob's stream would do too, but a blob's bytes travel through another process. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: CompressionStream | DecompressionStream
): Promise<ArrayBuffer> {
  const writer = writable.getWriter()
  // what goes wrong while writing is told by the reading side too
  writer.write(bytes).catch(() => undefined)
  writer.close().catch(() => undefined)
  return new Response(readable).arrayBuffer()
}

export const freshKeyBytes = () => crypto.getRandomValues(new Uint8Array(32))

export const importKey = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"])

/**
 * gzip, then AES-256-GCM (NIST SP 800-38D) with a random 96-bit IV. `place` (table and id) is authenticated with it,
 * so that a sealed row that was moved to another place does not open.
 */
export async function seal(
  key: CryptoKey,
  place: string,
  bytes: Uint8Array<ArrayBuffer>
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = new TextEncoder().encode(place)
  const packed = await through(bytes, new CompressionStream("gzip"))
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, packed)
  return { iv, data }
}

/** @throws SealBroken */
export async function unseal(
  key: CryptoKey,
  place: string,
  { iv, data }: Sealed
): Promise<Uint8Array<ArrayBuffer>> {
  const additionalData = new TextEncoder().encode(place)
  try {
    const packed = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, data)
    return new Uint8Array(await through(new Uint8Array(packed), new DecompressionStream("gzip")))
  } catch {
    throw new SealBroken(place)
  }
}
