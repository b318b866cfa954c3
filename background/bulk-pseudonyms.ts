import { hmac } from "@noble/hashes/hmac.js"
import { sha256 } from "@noble/hashes/sha2.js"
import type { Pseudonym } from "../src/domain/order"
import { normalise } from "./pseudonyms"

/**
 * The same pseudonyms of buyers as `createPseudonymise` makes, without a promise each: an import of a million rows
 * would wait longer for WebCrypto's answers than for everything else.
 */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/** The first 22 characters of base64url (RFC 4648): 132 bits of the MAC. */
function shortened(mac: Uint8Array): Pseudonym {
  let text = ""
  for (let i = 0; text.length < 22; i += 3) {
    const bits = ((mac[i] ?? 0) << 16) | ((mac[i + 1] ?? 0) << 8) | (mac[i + 2] ?? 0)
    for (let shift = 18; shift >= 0; shift -= 6) text += alphabet[(bits >> shift) & 63]
  }
  return text.slice(0, 22)
}

/** Buyers who come back are found here; it lives as long as one import. */
const remembered = 50_000

/**
 * The same pseudonyms of buyers as `createPseudonymise` makes, without a promise each: an import of a million rows
 * would wait longer for WebCrypto's answers than for everything else.
 */
export function createBulkPseudonymise(
  secret: Uint8Array
): (account: string, ref: string) => Pseudonym {
  const base = hmac.create(sha256, secret)
  const working = base.clone()
  const mac = new Uint8Array(32)
  const encoder = new TextEncoder()
  const known = new Map<string, Pseudonym>()
  return (account, ref) => {
    const text = `${account}\n${ref}`
    let pseudonym = known.get(text)
    if (!pseudonym) {
      const input = encoder.encode(`buyer\n${normalise("buyer", text)}`)
      base._cloneInto(working).update(input).digestInto(mac)
      pseudonym = shortened(mac)
      if (known.size >= remembered) known.clear()
      known.set(text, pseudonym)
    }
    return pseudonym
  }
}
