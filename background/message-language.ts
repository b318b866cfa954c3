import { languageOfWords } from "../src/customer-service/language-of-words"

const scripts: [string, RegExp][] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["ko", /\p{Script=Hangul}/u],
  ["zh", /\p{Script=Han}/u],
  ["ar", /\p{Script=Arabic}/u],
  ["th", /\p{Script=Thai}/u],
  ["he", /\p{Script=Hebrew}/u]
]

/** BCP 47 language of a text: by its script or its common words where they decide, else by the browser's own detector. */
export async function languageOfText(text: string): Promise<string | undefined> {
  const byScript = scripts.find(([, script]) => script.test(text))?.[0]
  const known = byScript ?? languageOfWords(text)
  if (known) return known
  const { languages } = await chrome.i18n.detectLanguage(text)
  const [first] = languages.toSorted((a, b) => b.percentage - a.percentage)
  return first && first.language !== "und" ? first.language : undefined
}
