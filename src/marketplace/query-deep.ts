const maximumVisits = 20_000

/**
 * `querySelectorAll` that also looks into open shadow roots, in document order of the roots.
 * Bounded: after 20,000 elements it looks no deeper, so that an endless page costs a fixed time.
 */
export function queryDeep(root: Document | Element | ShadowRoot, selector: string): Element[] {
  const found: Element[] = []
  const roots: (Document | Element | ShadowRoot)[] = [root]
  let visits = 0
  for (let at = roots.shift(); at; at = roots.shift()) {
    found.push(...Array.from(at.querySelectorAll(selector)))
    for (const element of Array.from(at.querySelectorAll("*"))) {
      if (visits++ > maximumVisits) return found
      if (element.shadowRoot) roots.push(element.shadowRoot)
    }
  }
  return found
}
