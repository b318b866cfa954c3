import { wordsOf } from "../features/text-hash"

/** Short words that every message holds and that few languages share, folded. */
const common: Record<string, string> = {
  en: "the my is and you it of to for have was not with this can please when where",
  de: "ich der die das und ist nicht mein meine wo bitte mit den ein eine auf es wann habe",
  fr: "je le la les et est pas mon ma vous ou une de que pour dans avec bonjour merci c'est",
  es: "el los mi y es no por una que para con lo hola donde esta gracias pedido quiero",
  it: "il mio mia che non e sono per una con ho grazie dove ordine gli della ciao buongiorno",
  pt: "o os meu minha nao e por uma que para com eu obrigado onde pedido voces ainda foi"
}
const languages = Object.entries(common).map(([language, words]) => ({
  language,
  words: new Set(words.split(" "))
}))

/** Fewer words, or a tie, decide nothing. */
const fewest = 2

/** The language whose common words a text holds most of; short messages with an order's number mislead other detectors. */
export function languageOfWords(text: string): string | undefined {
  const said = wordsOf(text)
  const [best, next] = languages
    .map(({ language, words }) => ({
      language,
      count: said.filter((word) => words.has(word)).length
    }))
    .sort((a, b) => b.count - a.count)
  return best && best.count >= fewest && best.count > (next?.count ?? 0) ? best.language : undefined
}
