import type { OrderStatus } from "../../domain/order-status"
import type { Field } from "./fields"

/**
 * The words that pages use for fields and states, as phrases separated by "|". A content script asks the worker for
 * them when it has something to read: they weigh more than everything else in it.
 */
export type Lexicon = {
  fields: Partial<Record<Field, string>>
  statuses: Partial<Record<OrderStatus, string>>
}

let current: Lexicon = { fields: {}, statuses: {} }
let generation = 0

export function learn(lexicon: Lexicon): void {
  current = lexicon
  generation++
}

/** Whether any words were learnt in this script's life. */
export const hasLearnt = () => generation > 0

/** What is built once from the words, and again when others are learnt. */
export function perLexicon<T>(build: (lexicon: Lexicon) => T): () => T {
  let built: { from: number; value: T } | undefined
  return () => {
    if (built?.from !== generation) built = { from: generation, value: build(current) }
    return built.value
  }
}
