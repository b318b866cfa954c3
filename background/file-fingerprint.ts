const step = 4_194_304

const sha256 = async (bytes: Uint8Array<ArrayBuffer> | ArrayBuffer) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))

/** SHA-256 over `more` and the SHA-256 of each 4 MiB of a file of any size; hexadecimal. */
export async function fingerprintOf(file: Blob, more: string): Promise<string> {
  const parts = [await sha256(new TextEncoder().encode(more))]
  for (let at = 0; at < file.size; at += step) {
    parts.push(await sha256(await file.slice(at, at + step).arrayBuffer()))
  }
  const all = new Uint8Array(await new Blob(parts).arrayBuffer())
  return Array.from(await sha256(all), (byte) => byte.toString(16).padStart(2, "0")).join("")
}
