import { functionWordsOf } from "./words/function-words"

const scripts: [string, RegExp][] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["el", /\p{Script=Greek}/gu]
]
/** Letters in a script that name a language: a third of all is more than a brand name. */
const scriptShare = 0.33
/** Function words that a language needs, and by how many it must lead. */
const fewestHits = 3
const lead = 2

/**
 * The language of a text, ISO 639-1: by its script, else by its function words. Undefined when it is too short or
 * two languages are equally likely; titles alone often are.
 */
export function languageOf(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return undefined
  for (const [language, script] of scripts) {
    if ((text.match(script)?.length ?? 0) / letters > scriptShare) return language
  }
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? []
  const ranked = Object.entries(functionWordsOf)
    .map(([language, list]) => {
      const known = new Set(list)
      return { language, hits: words.filter((word) => known.has(word)).length }
    })
    .toSorted((a, b) => b.hits - a.hits)
  const [first, second] = ranked
  if (!first || first.hits < fewestHits || first.hits - (second?.hits ?? 0) < lead) return undefined
  return first.language
}

const byCountry: Record<string, string[]> = {
  en: ["US", "GB", "AU", "IE", "NZ", "ZA", "IN", "SG", "PH", "MY"],
  de: ["DE", "AT", "CH", "LU"],
  fr: ["FR", "BE", "CA", "CH", "LU"],
  es: ["ES", "MX", "AR", "CO", "CL", "PE", "UY", "US"],
  it: ["IT", "CH"],
  pt: ["PT", "BR"],
  nl: ["NL", "BE"],
  pl: ["PL"],
  sv: ["SE"],
  tr: ["TR"],
  id: ["ID"],
  ja: ["JP"],
  zh: ["CN", "TW", "HK", "SG"],
  ko: ["KR"],
  ru: ["RU"],
  ar: ["AE", "SA", "EG"],
  he: ["IL"],
  th: ["TH"],
  el: ["GR", "CY"]
}
/** Stores that speak English beside their own language. */
const alsoEnglish = new Set(["CA", "AE", "SA", "EG", "HK"])

/** The languages that buyers of a country's store read; none known: an empty list. */
export function languagesOfStore(country: string | undefined): string[] {
  if (country === undefined) return []
  const own = Object.entries(byCountry)
    .filter(([, countries]) => countries.includes(country))
    .map(([language]) => language)
  return alsoEnglish.has(country) ? ["en", ...own] : own
}
