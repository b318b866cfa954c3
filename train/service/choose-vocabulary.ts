import type { Encoder } from "../../models/service/encode"
import { messageGrams } from "../../models/service/message-grams"
import { Vocabulary } from "../../models/service/vocabulary"

/** A text and its class, counted from 0. */
export type Classed = { text: string; place: number }

/**
 * The grams that say most about the classes, as many as there are rows: ranked by how surprising their spread over the
 * classes is (log-likelihood ratio, Dunning 1993); those of a single text come in only where room is left.
 */
export function chooseVocabulary(texts: Classed[], classes: number, rows: number): Encoder {
  const totals = new Float64Array(classes)
  const counts = new Map<number, Uint16Array>()
  for (const { text, place } of texts) {
    totals[place] = (totals[place] ?? 0) + 1
    const { words, pieces } = messageGrams(text)
    for (const gram of new Set([...words, ...pieces])) {
      const known = counts.get(gram)
      const perClass = known ?? new Uint16Array(classes)
      perClass[place] = (perClass[place] ?? 0) + 1
      if (!known) counts.set(gram, perClass)
    }
  }
  const ranked = [...counts].map(([gram, perClass]) => {
    const held = perClass.reduce((sum, count) => sum + count, 0)
    const surprise = perClass.reduce((sum, count, place) => {
      const usual = (held * (totals[place] ?? 0)) / texts.length
      return count > 0 ? sum + count * Math.log(count / usual) : sum
    }, 0)
    return { gram, held, rank: (held > 1 ? 1e6 : 0) + surprise }
  })
  ranked.sort((a, b) => b.rank - a.rank)
  const vocabulary = Vocabulary.of(
    ranked.map(({ gram }) => gram),
    rows
  )
  const idf = new Float32Array(rows)
  for (const { gram, held } of ranked) {
    const row = vocabulary.rowOf(gram)
    // the first gram in a row is the one that took it
    if (row >= 0 && idf[row] === 0) idf[row] = Math.log((1 + texts.length) / (1 + held)) + 1
  }
  return { vocabulary, idf }
}
