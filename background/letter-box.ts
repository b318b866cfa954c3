/**
 * A letter box for buyer text: what its public half seals while the vault is locked, only the private half opens.
 * ECDH on P-256 (SP 800-56A), HKDF-SHA-256 (RFC 5869), then the store's AES-256-GCM; each batch has a pair of its own
 * that is thrown away.
 */
const curve = { name: "ECDH", namedCurve: "P-256" } as const
const info = new TextEncoder().encode("portside buyer text")

export type LetterBox = {
  publicRaw: Uint8Array<ArrayBuffer>
  privateBytes: Uint8Array<ArrayBuffer>
}

export async function createLetterBox(): Promise<LetterBox> {
  const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"])
  return {
    publicRaw: new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)),
    privateBytes: new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey))
  }
}

const importPublic = (raw: BufferSource) => crypto.subtle.importKey("raw", raw, curve, false, [])

async function sharedKey(own: CryptoKey, other: CryptoKey, salt: BufferSource): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: other }, own, 256)
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"])
  const derivation = { name: "HKDF", hash: "SHA-256", salt, info }
  const algorithm = { name: "AES-GCM", length: 256 }
  return crypto.subtle.deriveKey(derivation, base, algorithm, false, ["encrypt", "decrypt"])
}

/** A key to seal one batch with, and what its reader needs to derive the same. */
export async function postingKey(
  publicRaw: Uint8Array<ArrayBuffer>
): Promise<{ key: CryptoKey; from: ArrayBuffer }> {
  const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"])
  const from = await crypto.subtle.exportKey("raw", pair.publicKey)
  return { key: await sharedKey(pair.privateKey, await importPublic(publicRaw), from), from }
}

/** The key of a batch, for who has the private half. */
export async function receivingKey(
  privateBytes: Uint8Array<ArrayBuffer>,
  from: ArrayBuffer
): Promise<CryptoKey> {
  const own = await crypto.subtle.importKey("pkcs8", privateBytes, curve, false, ["deriveBits"])
  return sharedKey(own, await importPublic(from), from)
}
