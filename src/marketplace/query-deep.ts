type Root = Document | Element | ShadowRoot

const maximumVisits = 20_000

/**
 * The root and every open shadow root below it. Bounded: after 20,000 elements it looks no deeper,
 * so that an endless page costs a fixed time.
 */
export function openRoots(root: Root): Root[] {
  const roots: Root[] = [root]
  let visits = 0
  for (const at of roots) {
    for (const element of Array.from(at.querySelectorAll("*"))) {
      if (visits++ > maximumVisits) return roots
      if (element.shadowRoot) roots.push(element.shadowRoot)
    }
  }
  return roots
}

/** `querySelectorAll` that also looks into open shadow roots. */
export function queryDeep(root: Root, selector: string): Element[] {
  return openRoots(root).flatMap((at) => Array.from(at.querySelectorAll(selector)))
}
