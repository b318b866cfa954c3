import { readFileSync } from "node:fs"
import { foldText } from "../../src/features/fold-text"
import { type Language, languages } from "./grammar"

/** Scripts without spaces: a form may stand anywhere. */
const spaceless = new Set<Language>(["zh", "ja"])
/** "ال" and the short words that Arabic writes onto the next one. */
const arabicPrefix = "(?:وال|بال|لل|ال|و|ب|ل|ف)?"
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

type Reader = { pattern: RegExp; concepts: Map<string, number> }

/**
 * `lexicon.txt`: a line is one thing that messages speak of, with its words in each language between " ; " (the order
 * stands in the first line), several between "|"; "*" after a stem stands for any ending.
 */
export class Lexicon {
  private readonly cells: string[][][]
  private readonly readers = new Map<Language, Reader>()

  constructor() {
    const [head = "", ...lines] = readFileSync(new URL("lexicon.txt", import.meta.url), "utf8")
      .trim()
      .split("\n")
    const columns = head.replace("# ", "").split(" ; ")
    this.cells = lines.map((line) => {
      const cells = line.split(" ; ").map((cell) => cell.split("|").map((form) => form.trim()))
      return languages.map((language) => cells[columns.indexOf(language)] ?? [])
    })
    for (const language of languages) this.readers.set(language, this.readerOf(language))
  }

  private readerOf(language: Language): Reader {
    const concepts = new Map<string, number>()
    const patterns: [form: string, pattern: string][] = []
    this.cells.forEach((cells, concept) => {
      for (const written of cells[languages.indexOf(language)] ?? []) {
        const form = foldText(written.replace("*", ""))
        if (form === "" || concepts.has(form)) continue
        concepts.set(form, concept)
        // Korean adds its endings to every word
        const open = written.endsWith("*") || language === "ko" || spaceless.has(language)
        patterns.push([form, `${escaped(form)}${open ? "" : "(?![\\p{L}\\p{M}])"}`])
      }
    })
    patterns.sort(([a], [b]) => b.length - a.length)
    const before = spaceless.has(language)
      ? ""
      : `(?<![\\p{L}\\p{M}])${language === "ar" ? arabicPrefix : ""}`
    const all = patterns.map(([, pattern]) => pattern).join("|")
    return { concepts, pattern: new RegExp(`${before}(${all})`, "gu") }
  }

  /** What a text speaks of, in its order. */
  conceptsOf(text: string, language: Language): number[] {
    const reader = this.readers.get(language)
    if (!reader) return []
    return [...foldText(text).matchAll(reader.pattern)].flatMap(
      ([, form = ""]) => reader.concepts.get(form) ?? []
    )
  }

  /** The same things in the words of a language, one word for each. */
  say(concepts: number[], language: Language, random: () => number): string {
    const column = languages.indexOf(language)
    const words = concepts.flatMap((concept) => {
      const forms = this.cells[concept]?.[column] ?? []
      return forms[Math.floor(random() * forms.length)]?.replace("*", "") ?? []
    })
    return words.join(spaceless.has(language) ? (random() < 0.5 ? "" : "，") : " ")
  }
}
