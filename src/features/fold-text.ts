/** Cyrillic and Greek letters that look like a Latin one, as people use them to slip past a filter. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [
    ["аα", "a"],
    ["вβ", "b"],
    ["сϲ", "c"],
    ["ԁ", "d"],
    ["еє", "e"],
    ["һ", "h"],
    ["іι", "i"],
    ["ј", "j"],
    ["кκ", "k"],
    ["м", "m"],
    ["п", "n"],
    ["оοσ", "o"],
    ["рρ", "p"],
    ["ѕ", "s"],
    ["тτ", "t"],
    ["υ", "u"],
    ["ѵν", "v"],
    ["ԝω", "w"],
    ["хχ", "x"],
    ["уγ", "y"]
  ].flatMap(([from = "", to = ""]) => [...from].map((letter) => [letter, to]))
)

const latin = /[a-z]/
const otherAlphabet = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

/** A word of two alphabets is written in Latin with borrowed letters: "rеfund" with a Cyrillic "е". */
function oneAlphabet(word: string): string {
  if (!latin.test(word) || !otherAlphabet.test(word)) return word
  return [...word].map((letter) => lookalikes[letter] ?? letter).join("")
}

/**
 * One spelling for what people write differently: NFKC, case folded ("ß" is "ss"), Latin accents and Arabic vowel
 * signs dropped, invisible characters removed, lookalike letters inside a Latin word made Latin, a letter repeated
 * more than twice kept twice, runs of spaces one space. Japanese voicing marks and Hangul stay whole.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Cc}]/gu, (char) => (/\s/.test(char) ? " " : ""))
    .toUpperCase()
    .toLowerCase()
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .replace(/[\u064b-\u065f\u0670\u0640]/g, "")
    .normalize("NFC")
    .replace(/[\p{L}\p{M}]+/gu, oneAlphabet)
    .replace(/(\p{L})\1{2,}/gu, "$1$1")
    .replace(/\s+/g, " ")
    .trim()
}
