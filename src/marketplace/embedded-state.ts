const longestState = 3_000_000

/** Where the JSON value that starts at `from` ends, strings and nesting counted; -1 when it never does. */
function endOfJson(text: string, from: number): number {
  let depth = 0
  let inText = false
  for (let i = from; i < text.length; i++) {
    const char = text[i]
    if (inText) {
      if (char === "\\") i++
      else if (char === '"') inText = false
    } else if (char === '"') inText = true
    else if (char === "{" || char === "[") depth++
    else if ((char === "}" || char === "]") && --depth === 0) return i + 1
  }
  return -1
}

/**
 * The JSON state that a page embeds: after a mark in one of its scripts ("Etsy.Context="), or as the content of a
 * script element by selector ("#__NEXT_DATA__"). Undefined when there is none, or when it is not JSON.
 */
export function embeddedState(doc: Document, mark: RegExp | string): unknown {
  const scripts =
    typeof mark === "string"
      ? doc.querySelectorAll(mark)
      : doc.querySelectorAll("script:not([src])")
  for (const script of Array.from(scripts)) {
    const text = script.textContent ?? ""
    if (text.length > longestState) continue
    const at = typeof mark === "string" ? 0 : text.search(mark)
    if (at < 0) continue
    const start = text.slice(at).search(/[{[]/)
    const end = start < 0 ? -1 : endOfJson(text, at + start)
    if (end < 0) continue
    try {
      return JSON.parse(text.slice(at + start, end))
    } catch {
      // a script that only looks like it; the next one may be it
    }
  }
  return undefined
}

/** A value deep in parsed JSON by its path; undefined as soon as a step is missing. Own properties only. */
export function valueAt(value: unknown, ...path: (string | number)[]): unknown {
  let at = value
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<string | number, unknown>)[step]
  }
  return at
}

export const listAt = (value: unknown, ...path: (string | number)[]): unknown[] => {
  const found = valueAt(value, ...path)
  return Array.isArray(found) ? found : []
}

/** A text or a number of parsed JSON as text. */
export function textAt(value: unknown, ...path: (string | number)[]): string | undefined {
  const found = valueAt(value, ...path)
  if (typeof found === "string") return found.trim() || undefined
  return typeof found === "number" && Number.isFinite(found) ? String(found) : undefined
}
