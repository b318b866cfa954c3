import { wordsFor } from "../../locales"

/** The words of the browser's own language; faces have no other setting yet. */
export const words = wordsFor(navigator.language)

document.documentElement.lang = words.format.locale
// Plasmo writes the manifest's message key into <title>
document.title = words.name

/** The marketplace's own name; an id without one is shown as it is. */
export function marketplaceName(id: string): string {
  const names: Record<string, string> = words.marketplace
  return names[id] ?? id
}
