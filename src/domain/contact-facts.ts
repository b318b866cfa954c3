import * as v from "valibot"

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/**
 * What a buyer's e-mail and address tell, without their text: yes, no or a share in quarters. Whatever a buyer
 * writes, no more than this reaches a model. A fact is absent where the page does not show its text.
 */
export const contactFactsSchema = v.strictObject({
  disposableEmail: v.optional(v.boolean()),
  /** Some part of the buyer's name stands in the e-mail address. */
  nameInEmail: v.optional(v.boolean()),
  /** How much the e-mail's local part looks thrown together: 0, 0.25 … 1. */
  oddEmail: v.optional(share),
  poBox: v.optional(v.boolean()),
  /** A customer code in the address, as freight forwarders and reshippers hand out. */
  forwarder: v.optional(v.boolean()),
  /** How unusually the address is written: 0, 0.25 … 1. */
  oddAddress: v.optional(share)
})
export type ContactFacts = v.InferOutput<typeof contactFactsSchema>

export type ContactText = Partial<Record<"name" | "email" | "shipAddress", string | undefined>>

const poBox =
  /\b(?:p\.?\s?o\.?\s?box|postfach|bo[iî]te postale|\bB\.?P\.? \d|apartado(?: de correos)?|casella postale|caixa postal|postbus)\b|私書箱|[邮郵]政信箱/i
/** "Suite ABC-12345", "#KX48213", and the words that Chinese and Japanese consolidators print. */
const forwarder =
  /(?:suite|ste|unit|apt|box|#)\.?\s*#?\s*[A-Z]{1,4}[-\s]?\d{4,}\b|[转轉]运|集运|集運|転送/i

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

const quarters = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 4) / 4

/** Digits and long runs of consonants: "xk7q9zt41" rather than "anna.lind84". */
function oddEmail(local: string): number {
  const letters = local.replace(/[^a-z0-9]/g, "")
  if (letters.length === 0) return 1
  const digits = letters.replace(/\D/g, "").length / letters.length
  const changes = letters.match(/[a-z]\d|\d[a-z]/g)?.length ?? 0
  const run = Math.max(0, ...(letters.match(/[bcdfghjklmnpqrstvwxz]+/g) ?? []).map((r) => r.length))
  return quarters(
    (digits > 0.5 ? 0.25 : 0) +
      Math.min(0.5, Math.max(0, changes - 1) * 0.125) +
      (run > 4 ? 0.5 : 0)
  )
}

/** Too short, one sign over and over, a long word without a vowel. */
function oddAddress(address: string): number {
  const folded = fold(address)
  const latin = /[a-z]/.test(folded)
  return quarters(
    (latin && folded.length < 12 ? 0.5 : 0) +
      (/(\S)\1{3}/.test(folded) ? 0.5 : 0) +
      (/\b[bcdfghjklmnpqrstvwxz]{5,}\b/.test(folded) ? 0.5 : 0)
  )
}

function nameInEmail(name: string, local: string): boolean | undefined {
  const parts = fold(name)
    .split(/[^a-z]+/)
    .filter((part) => part.length >= 3)
  return parts.length === 0 ? undefined : parts.some((part) => local.includes(part))
}

/** The bounded facts of a buyer's text. `isDisposable` knows the domains of throw-away mailboxes. */
export function contactFacts(
  { name, email, shipAddress }: ContactText,
  isDisposable: (domain: string) => boolean
): ContactFacts {
  const at = email?.lastIndexOf("@") ?? -1
  const local = email && at > 0 ? fold(email.slice(0, at)) : undefined
  const known = name && local ? nameInEmail(name, local) : undefined
  return {
    ...(local !== undefined && {
      disposableEmail: isDisposable(fold(email?.slice(at + 1) ?? "")),
      oddEmail: oddEmail(local)
    }),
    ...(known !== undefined && { nameInEmail: known }),
    ...(shipAddress && {
      poBox: poBox.test(shipAddress),
      forwarder: forwarder.test(shipAddress),
      oddAddress: oddAddress(shipAddress)
    })
  }
}
