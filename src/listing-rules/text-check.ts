import type * as v from "valibot"
import type { CheckKind } from "../domain/listing-analysis"
import { defineCheck, type Judgement, type Look, unknown } from "./check"
import { type Piece, piecesOf } from "./pieces"

type Value<E extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<E, undefined>>

/** A check over the texts of the rule's field; a field that the page does not show is unknown. */
export function defineTextCheck<const K extends CheckKind, E extends v.ObjectEntries>(
  kind: K,
  entries: E,
  judge: (pieces: Piece[], value: Value<E>, look: Look) => Judgement
) {
  return defineCheck(kind, entries, (value, look) => {
    const pieces = piecesOf(look.listing, look.field)
    return pieces ? judge(pieces, value, look) : unknown
  })
}
