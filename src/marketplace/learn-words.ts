import type { TaughtReader } from "../domain/taught"
import { send } from "../messaging/messenger"
import { hasLearnt, type Lexicon, learn } from "./records/lexicon"

let lessons: TaughtReader[] = []

/** The readers that the seller taught for this host. */
export const taughtReaders = (): TaughtReader[] => lessons

let stale = false

/** What was taught has changed: it is asked for again before the next reading. */
export function relearn(): void {
  stale = true
}

/** Asks the worker once for the words by which pages are read; what is read without them stays unknown. */
export async function learnWords(): Promise<void> {
  if (hasLearnt() && !stale) return
  try {
    const { taught, ...lexicon } = await send("page:words", {})
    learn(lexicon as Lexicon)
    lessons = taught
    stale = false
  } catch (error) {
    console.warn(`Portside: no words to read by (${error instanceof Error ? error.name : "error"})`)
  }
}
