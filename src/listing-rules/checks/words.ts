import * as v from "valibot"
import { markedOrPassed, text } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"
import { topics, wordLists } from "../words"
import { phrasePattern } from "../words/phrase-pattern"

/** Words and phrases of a topic (promotion, pesticide claim …), in every language that the list has, or the seller's. */
export const words = defineTextCheck(
  "words",
  {
    topic: v.picklist(topics),
    /** A list of one's own instead of the topic's. */
    words: v.optional(v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.maxLength(500)))
  },
  (pieces, value) => {
    const marks = marksOf(pieces, phrasePattern(value.words ?? wordLists[value.topic]))
    const found = [...new Set(marks.map((mark) => mark.text.toLowerCase()))].join(", ")
    return markedOrPassed(marks, { topic: text(value.topic), words: text(found) })
  }
)
