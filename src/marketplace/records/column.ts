import type { Field } from "./fields"
import type { Meaning } from "./labels"
import type { Piece } from "./pieces"

/** One value of one row. */
export type Atom = { row: number; piece: Piece; text: string }

/** The values that stand in the same place of every row, and what they seem to be. */
export type Column = {
  key: string
  /** By its own label ("SKU: …"), else by the header above it; `name` is a developer's word in class or id. */
  label: Meaning | null
  header: Meaning | null
  headerText: string
  name: Field | null
  atoms: Atom[]
}
