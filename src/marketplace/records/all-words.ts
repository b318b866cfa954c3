import { fieldWords } from "./field-words"
import type { Lexicon } from "./lexicon"
import { statusWords } from "./status-words"

/** Every word that is known. Only the worker and tests import it: it is too heavy for a content script. */
export const allWords: Lexicon = { fields: fieldWords, statuses: statusWords }
