import { foldText } from "../../src/features/fold-text"
import { hashText } from "../../src/features/text-hash"
import { simplified } from "./simplified"

/** Hashes of what a message says, in reading order and with repeats: its words, and pieces of words. */
export type MessageGrams = { words: Uint32Array; pieces: Uint32Array }

const spacelessScripts =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー"
const token = new RegExp(
  `[${spacelessScripts}]+|[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*|\\p{N}+|[?!€$£¥%]|\\p{Extended_Pictographic}`,
  "gu"
)
const spaceless = new RegExp(`^[${spacelessScripts}]`, "u")
const hangul = /^\p{Script=Hangul}/u
const number = /^\p{N}/u

/** Arabic letters that people write for one another: forms of alef, final ya, ta marbuta. */
const arabicForms: [RegExp, string][] = [
  [/[آأإٱ]/g, "ا"],
  [/ى/g, "ي"],
  [/ة/g, "ه"]
]

/** One spelling: `foldText`, Arabic letter forms, traditional Chinese characters as simplified ones. */
function spell(text: string): string {
  const folded = arabicForms.reduce(
    (all, [form, letter]) => all.replace(form, letter),
    foldText(text)
  )
  return folded.replace(/\p{Script=Han}/gu, simplified)
}

/** Which number it is says nothing; how long it is tells an amount or a date from the number of an order. */
const shapeOf = (word: string) => (number.test(word) ? (word.length > 3 ? "##" : "#") : word)

/** Every run of `shortest` to `longest` letters. */
function eachRun(
  letters: string[],
  shortest: number,
  longest: number,
  take: (run: string) => void
) {
  for (let length = shortest; length <= longest; length++) {
    for (let i = 0; i + length <= letters.length; i++) take(letters.slice(i, i + length).join(""))
  }
}

const seeds = { words: 0x1b873593, pieces: 0x5bd1e995 }

/**
 * Words, pairs of neighbours and pairs with one word between; pieces are runs of letters within a word (3 to 5, Korean
 * syllables 1 to 3). Scripts without spaces give single characters and pairs as words, longer runs as pieces.
 */
export function messageGrams(text: string): MessageGrams {
  const words: number[] = []
  const pieces: number[] = []
  const addWord = (run: string) => words.push(hashText(run, seeds.words))
  const addPiece = (run: string) => pieces.push(hashText(run, seeds.pieces))
  const spaced: string[] = []
  for (const one of (spell(text).match(token) ?? []).map(shapeOf)) {
    if (spaceless.test(one)) {
      const letters = [...one]
      eachRun(letters, 1, 2, addWord)
      eachRun(["<", ...letters, ">"], 3, 4, addPiece)
      continue
    }
    addWord(one)
    spaced.push(one)
    if (one.startsWith("#")) continue
    const [shortest, longest] = hangul.test(one) ? [1, 3] : [3, 5]
    eachRun(["<", ...one, ">"], shortest, longest, addPiece)
  }
  for (let i = 1; i < spaced.length; i++) {
    addWord(`${spaced[i - 1]} ${spaced[i]}`)
    if (i > 1) addWord(`${spaced[i - 2]} _ ${spaced[i]}`)
  }
  return { words: Uint32Array.from(words), pieces: Uint32Array.from(pieces) }
}
