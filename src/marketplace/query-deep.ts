type Root = Document | Element | ShadowRoot

const maximumVisits = 20_000

let remembered: Map<Root, Root[]> | null = null

/** Within one pass over a page, which changes nothing, open roots are looked for once. */
export function inOnePass<T>(pass: () => T): T {
  if (remembered) return pass()
  remembered = new Map()
  try {
    return pass()
  } finally {
    remembered = null
  }
}

/**
 * The root and every open shadow root below it. Bounded: after 20,000 elements it looks no deeper,
 * so that an endless page costs a fixed time.
 */
export function openRoots(root: Root): Root[] {
  const known = remembered?.get(root)
  if (known) return known
  const roots = findOpenRoots(root)
  remembered?.set(root, roots)
  return roots
}

function findOpenRoots(root: Root): Root[] {
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
