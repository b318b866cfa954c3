import type { Field } from "./fields"
import { type Meaning, meaningOf } from "./labels"
import type { Piece } from "./pieces"

const labelled = /^([^\d:：][^:：]{0,40}?)\s*[:：]\s*(\S.*)?$/u

/** "A-1 Buyer: ellis": the next label in the line ends the value. */
function endOfValue(text: string): { value: string; rest: string } {
  if (text.length > 200) return { value: text, rest: "" }
  for (const colon of text.matchAll(/[:：]/g)) {
    const words = text.slice(0, colon.index).split(" ")
    for (let count = Math.min(4, words.length - 1); count > 0; count--) {
      const name = words.slice(-count).join(" ")
      if ((meaningOf(name)?.score ?? 0) < 0.8) continue
      const at = colon.index - name.length
      return { value: text.slice(0, at).trim(), rest: text.slice(at) }
    }
  }
  return { value: text, rest: "" }
}

export type Labelled = { piece: Piece; text: string; label: Meaning | null }

/** "In stock 35 pcs": a label and its number without a sign between them. */
const counted = /^(\p{L}[\p{L}\p{M} .]{1,24}?)\s+(\d[\d.,]*(?:\s?[\p{L}\p{M}]+\.?)?)$/u

const fields = new Set<Field>(["title", "buyer", "contact", "other"])

/** Pieces with the labels that stand in them ("SKU: A-1"), before a colon, or alone in the line above ("SKU" / "A-1"). */
export function withLabels(pieces: Piece[]): Labelled[] {
  const found: Labelled[] = []
  let waiting: Meaning | null = null
  pieces.forEach((piece, i) => {
    const [, before = "", value] = labelled.exec(piece.text) ?? []
    const label = before ? meaningOf(before) : null
    if (label && label.score >= 0.8) {
      for (let at: { value: string; rest: string } = { value: "", rest: piece.text }; at.rest; ) {
        const [, name = "", said = ""] = labelled.exec(at.rest) ?? []
        at = endOfValue(said)
        if (at.value) found.push({ piece, text: at.value, label: meaningOf(name) })
      }
      waiting = value ? null : label
      return
    }
    const [, noun = "", number] = piece.text.length <= 40 ? (counted.exec(piece.text) ?? []) : []
    const count = noun ? meaningOf(noun) : null
    if (number && waiting === null && count?.field === "stock" && count.score === 1) {
      found.push({ piece, text: number, label: count })
      return
    }
    const next = pieces[i + 1]
    const alone = meaningOf(piece.text)
    const isLabel =
      alone?.score === 1 &&
      piece.text.length <= 30 &&
      next !== undefined &&
      meaningOf(next.text)?.score !== 1
    // a table's headers stand beside each other and name what is below, not what comes next
    const header = piece.element.closest("dt, th, label")
    const named =
      header !== null &&
      !(header.nodeName === "TH" && header.parentElement?.querySelectorAll("th").length !== 1)
    if (
      isLabel &&
      waiting === null &&
      (named || !fields.has(alone.field)) &&
      (named || /\d/.test(next.text) || alone.field === "status" || alone.field === "sku")
    ) {
      waiting = alone
      return
    }
    found.push({ piece, text: piece.text, label: waiting })
    waiting = null
  })
  return found
}
