/** What a page gave, until the turn in which it was asked is over. */
type Kept<T> = { doc: Document; href: string; value: T }

/**
 * One answer for all who ask the same page in the same turn: what is it, what does it hold, where does it show it.
 * `keep` puts an answer in that was worked out before; it holds until the next task.
 */
export function onceATurn<T>(answer: (doc: Document, url: URL) => T) {
  let kept: Kept<T> | undefined
  return {
    ask(doc: Document, url: URL): T {
      if (kept?.doc === doc && kept.href === url.href) return kept.value
      const value = answer(doc, url)
      kept = { doc, href: url.href, value }
      queueMicrotask(() => {
        kept = undefined
      })
      return value
    },
    keep(doc: Document, url: URL, value: T) {
      kept = { doc, href: url.href, value }
      setTimeout(() => {
        kept = undefined
      })
    }
  }
}
