import { en, type Words } from "./en"
import { createFormat } from "./format"
import { zh } from "./zh"

export type { Words } from "./en"
export type { Format } from "./format"

const made = new Map<string, Words>()

/**
 * The words for a BCP 47 locale: Chinese for "zh" and its variants, else English. Numbers and dates follow the
 * whole locale ("en-GB" writes "23 Nov 2026"), except under a language that has no catalogue.
 */
export function wordsFor(locale: string): Words {
  const known = made.get(locale)
  if (known) return known
  const language = locale.toLowerCase().split(/[-_]/)[0]
  const tag = locale.replaceAll("_", "-")
  const words =
    language === "zh"
      ? zh(createFormat("zh-CN"))
      : en(createFormat(language === "en" && supports(tag) ? tag : "en"))
  made.set(locale, words)
  return words
}

function supports(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0
  } catch {
    // not a well-formed tag
    return false
  }
}
