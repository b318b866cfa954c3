const step = 4_194_304

/** SHA-256 over a file of any size in steps of 4 MiB, each hashed together with the hash before it; hexadecimal. */
export async function fingerprintOf(file: Blob, more: string): Promise<string> {
  let hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(more)))
  for (let at = 0; at < file.size; at += step) {
    const part = new Uint8Array(await file.slice(at, at + step).arrayBuffer())
    const both = new Uint8Array(hash.length + part.length)
    both.set(hash)
    both.set(part, hash.length)
    hash = new Uint8Array(await crypto.subtle.digest("SHA-256", both))
  }
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
