import type { Field } from "./fields"
import { meaningOfName } from "./labels"

const names = [
  "data-testid",
  "data-test-id",
  "data-field",
  "data-column",
  "data-column-id",
  "itemprop",
  "name",
  "id",
  "class"
]

/** What the nearest named element around a value is called by the page's developers. */
export function nameOf(element: Element, top: Element): Field | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    for (const name of names) {
      const value = at.getAttribute(name)
      if (!value) continue
      for (const word of name === "class" ? value.split(/\s+/).slice(0, 8) : [value]) {
        const field = meaningOfName(word)
        if (field) return field
      }
    }
    if (at === top) return null
  }
  return null
}
