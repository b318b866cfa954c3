import * as v from "valibot"
import { count, markedOrPassed, text } from "../check"
import { markAt } from "../pieces"
import { defineTextCheck } from "../text-check"
import { functionWords } from "../words/function-words"

const words = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu

/** A plural counts as the same word, as in "mat" and "mats". */
const stem = (word: string) => word.toLowerCase().replace(/(?<=\p{L}{3})s$/u, "")

/** The same word at most `max` times in a text; articles, prepositions and conjunctions do not count. */
export const repeatedWords = defineTextCheck(
  "repeated-words",
  { max: v.pipe(v.number(), v.integer(), v.minValue(1)) },
  (pieces, { max }) => {
    const marks = pieces.flatMap((piece) => {
      const places = new Map<string, [number, number][]>()
      for (const { 0: word, index } of piece.text.matchAll(words)) {
        if (functionWords.has(word.toLowerCase()) || /^\p{N}+$/u.test(word)) continue
        const key = stem(word)
        places.set(key, [...(places.get(key) ?? []), [index, index + word.length]])
      }
      return [...places.values()].flatMap((all) =>
        all.slice(max).map(([start, end]) => markAt(piece, start, end))
      )
    })
    const repeated = [...new Set(marks.map((mark) => mark.text.toLowerCase()))].join(", ")
    return markedOrPassed(marks, { max: count(max), words: text(repeated) })
  }
)
