import type { Pseudonym } from "../src/domain/order"

const secretKey = "pseudonym-secret"

/** Makes pseudonyms; the same text gives the same one in this installation, and nowhere else. */
export type Pseudonymise = (
  kind: "buyer" | "email" | "phone" | "address" | "ip",
  text: string
) => Promise<Pseudonym>

/** This installation's secret; made at its first use. */
export async function secretBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const stored = await chrome.storage.local.get(secretKey)
  const known: unknown = stored[secretKey]
  if (typeof known === "string") return Uint8Array.from(atob(known), (char) => char.charCodeAt(0))
  const fresh = crypto.getRandomValues(new Uint8Array(32))
  await chrome.storage.local.set({ [secretKey]: btoa(String.fromCharCode(...fresh)) })
  return fresh
}

/** One spelling for what people write differently: case, width, spaces; digits only for phones. */
export function normalise(kind: string, text: string): string {
  const folded = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim()
  return kind === "phone" ? folded.replace(/\D+/g, "").replace(/^0+/, "") : folded
}

/**
 * HMAC-SHA-256 (RFC 2104) under a secret of this installation, kept where only our own contexts may read
 * (`setAccessLevel`). A keyed MAC, not a hash: names and e-mail addresses can be guessed (EDPB 01/2025).
 */
export async function createPseudonymise(): Promise<Pseudonymise> {
  const algorithm = { name: "HMAC", hash: "SHA-256" }
  const key = await crypto.subtle.importKey("raw", await secretBytes(), algorithm, false, ["sign"])
  const known = new Map<string, Pseudonym>()
  return async (kind, text) => {
    const input = `${kind}\n${normalise(kind, text)}`
    let pseudonym = known.get(input)
    if (!pseudonym) {
      const mac = new Uint8Array(
        await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(input))
      )
      const base64 = btoa(String.fromCharCode(...mac))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
      pseudonym = base64.slice(0, 22)
      // a page's worth of memory: the map holds raw text, so it stays small and in this life only
      if (known.size >= 2_000) known.clear()
      known.set(input, pseudonym)
    }
    return pseudonym
  }
}
