import type { Intent } from "../../src/domain/intent"
import { type Language, languages } from "./grammar"
import { labelledTexts } from "./labelled-texts"

/** A message that somebody wrote as a whole, with its intent. */
export type Phrase = { language: Language; intent: Intent; text: string }

/** One in so many phrases of each intent and language is held out. */
const heldOutEach = 10

/**
 * `phrases/<language>.txt`: "# intent", then messages. `validation` is the held-out part: every choice and the
 * temperature are made on it, nothing trains on it.
 */
export function readPhrases(): { training: Phrase[]; validation: Phrase[] } {
  const counts = new Map<string, number>()
  const training: Phrase[] = []
  const validation: Phrase[] = []
  for (const language of languages) {
    for (const message of labelledTexts(new URL(`phrases/${language}.txt`, import.meta.url))) {
      const key = `${language} ${message.intent}`
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      const part = count % heldOutEach === heldOutEach - 1 ? validation : training
      part.push({ language, ...message })
    }
  }
  return { training, validation }
}
