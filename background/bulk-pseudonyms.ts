import { hmac } from "@noble/hashes/hmac.js"
import { sha256 } from "@noble/hashes/sha2.js"
import type { Pseudonym } from "../src/domain/order"
import { normalise } from "./pseudonyms"

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const pairs = Array.from(
  { length: 4_096 },
  (_, bits) => `${alphabet[bits >> 6]}${alphabet[bits & 63]}`
)

/** The first 22 characters of base64url (RFC 4648): 132 bits of the MAC. */
function shortened(mac: Uint8Array): Pseudonym {
  let text = ""
  for (let i = 0; i < 18; i += 3) {
    const bits = ((mac[i] ?? 0) << 16) | ((mac[i + 1] ?? 0) << 8) | (mac[i + 2] ?? 0)
    text += `${pairs[bits >> 12]}${pairs[bits & 4_095]}`
  }
  return text.slice(0, 22)
}

/** Buyers who come back are found here; it lives as long as one import. */
const remembered = 200_000
/** Such text is spelled as `normalise` spells it: printable ASCII without capitals and spaces. */
const normal = /^[!-@[-~]+$/

/**
 * The same pseudonyms of buyers as `createPseudonymise` makes, without a promise each: an import of a million rows
 * would wait longer for WebCrypto's answers than for everything else.
 */
export function createBulkPseudonymise(
  secret: Uint8Array,
  account: string
): (ref: string) => Pseudonym {
  const base = hmac.create(sha256, secret)
  const working = base.clone()
  const mac = new Uint8Array(32)
  const encoder = new TextEncoder()
  const short = new Uint8Array(256)
  const known = new Map<string, Pseudonym>()
  const before = normalise("buyer", `${account}\n.`).slice(0, -1)
  let last: string | undefined
  let lastPseudonym = ""

  function make(ref: string): Pseudonym {
    const text = normal.test(ref) ? before + ref : normalise("buyer", `${account}\n${ref}`)
    const input = `buyer\n${text}`
    const { read, written } = encoder.encodeInto(input, short)
    const bytes = read === input.length ? short.subarray(0, written) : encoder.encode(input)
    base._cloneInto(working).update(bytes).digestInto(mac)
    return shortened(mac)
  }

  return (ref) => {
    if (ref === last) return lastPseudonym
    let pseudonym = known.get(ref)
    if (!pseudonym) {
      pseudonym = make(ref)
      if (known.size >= remembered) known.clear()
      known.set(ref, pseudonym)
    }
    last = ref
    lastPseudonym = pseudonym
    return pseudonym
  }
}
