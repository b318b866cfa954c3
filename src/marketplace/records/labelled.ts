import type { Field } from "./fields"
import { type Meaning, meaningOf } from "./labels"
import type { Piece } from "./pieces"

const labelled = /^([^\d:：][^:：]{0,40}?)\s*[:：]\s*(\S.*)?$/u

export type Labelled = { piece: Piece; text: string; label: Meaning | null }

const fields = new Set<Field>(["title", "buyer", "contact", "other"])

/** Pieces with the labels that stand in them ("SKU: A-1"), before a colon, or alone in the line above ("SKU" / "A-1"). */
export function withLabels(pieces: Piece[]): Labelled[] {
  const found: Labelled[] = []
  let waiting: Meaning | null = null
  pieces.forEach((piece, i) => {
    const [, before = "", value] = labelled.exec(piece.text) ?? []
    const label = before ? meaningOf(before) : null
    if (label && label.score >= 0.8) {
      if (value) found.push({ piece, text: value, label })
      waiting = value ? null : label
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
