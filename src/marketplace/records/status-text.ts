import type { OrderStatus } from "../../domain/order-status"
import { normalLabel } from "./labels"
import { perLexicon } from "./lexicon"

const dictionary = perLexicon(({ statuses }) => {
  const byWord = new Map<string, OrderStatus>()
  for (const [status, phrases] of Object.entries(statuses)) {
    for (const phrase of phrases?.split("|") ?? []) {
      const label = normalLabel(phrase)
      if (!byWord.has(label)) byWord.set(label, status as OrderStatus)
    }
  }
  return byWord
})

const negations = /(?:^|\s)(?:not|non|no|nicht|não|ej|ikke|не|un)(?:\s|$)|未|尚未|غير|belum|chưa/

/** The status that a text names with all of its words, or that it begins or ends with; "unknown" for anything else. */
export function statusIn(text: string): OrderStatus {
  if (text.length > 80) return "unknown"
  const label = normalLabel(text)
  const all = dictionary()
  const exact = all.get(label) ?? all.get(label.replaceAll(" ", ""))
  if (exact) return exact
  const spoken = label
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim()
  const again = all.get(spoken)
  if (again) return again
  // a negation that the dictionary does not know as a whole turns any part into its opposite
  if (negations.test(spoken)) return "unknown"
  const parts = spoken.split(" ")
  for (let length = Math.min(4, parts.length - 1); length > 0; length--) {
    const status =
      all.get(parts.slice(0, length).join(" ")) ?? all.get(parts.slice(-length).join(" "))
    if (status) return status
  }
  return "unknown"
}
