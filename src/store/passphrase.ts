import { base64Of, bytesOf } from "./row-codec"

/** OWASP's figure for PBKDF2-HMAC-SHA-256 (2023); about a quarter of a second here (RELIABILITY M17). */
export const pbkdf2Iterations = 600_000

/** A key's bytes under a passphrase: everything that is needed to try one, and nothing that tells it. */
export type Wrapped = { salt: string; iterations: number; iv: string; data: string }

/** The key-encryption key of a passphrase: PBKDF2-SHA-256 (RFC 8018), NFKC so that keyboards agree. */
export async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number
): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase.normalize("NFKC"))
  const base = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"])
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"]
  )
}

export async function wrap(raw: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Wrapped> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await deriveKey(passphrase, salt, pbkdf2Iterations)
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, raw)
  return {
    salt: base64Of(salt),
    iterations: pbkdf2Iterations,
    iv: base64Of(iv),
    data: base64Of(new Uint8Array(data))
  }
}

/** The key's bytes, or null for a wrong passphrase or a wrap that was changed. */
export async function unwrap(
  { salt, iterations, iv, data }: Wrapped,
  passphrase: string
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const key = await deriveKey(passphrase, bytesOf(salt), iterations)
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytesOf(iv) }, key, bytesOf(data))
    )
  } catch {
    return null
  }
}

/** Crockford's base 32: no I, L, O, U to be mistaken. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** 160 random bits to write down: "8QK2-..." in eight groups of four. */
export function freshRecoveryCode(): string {
  const chars = Array.from(
    crypto.getRandomValues(new Uint8Array(32)),
    (byte) => alphabet[byte % 32] ?? ""
  )
  return chars.join("").replace(/.{4}(?=.)/g, "$&-")
}

/** What a person typed off a paper: small letters, spaces, O for 0. */
export function normaliseRecoveryCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "")
  return plain.replace(/.{4}(?=.)/g, "$&-")
}
