import { wordsFor } from "../../locales"

/** The words of the browser's own language, the same that the worker writes badges in. */
export const words = wordsFor(chrome.i18n.getUILanguage())

document.documentElement.lang = words.format.locale
// Plasmo writes the manifest's message key into <title>
document.title = words.name

/** The marketplace's own name; an id without one is shown as it is. */
export function marketplaceName(id: string): string {
  const names: Record<string, string> = words.marketplace
  return names[id] ?? id
}
