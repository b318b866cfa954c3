import { send } from "../messaging/messenger"
import { hasLearnt, type Lexicon, learn } from "./records/lexicon"

/** Asks the worker once for the words by which pages are read; what is read without them stays unknown. */
export async function learnWords(): Promise<void> {
  if (hasLearnt()) return
  try {
    learn((await send("page:words", {})) as Lexicon)
  } catch (error) {
    console.warn(`Portside: no words to read by (${error instanceof Error ? error.name : "error"})`)
  }
}
