const silent = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "SELECT", "TEXTAREA"])
const inline = new Set(
  "A ABBR B BDI BDO CODE DEL EM FONT I INS MARK S SMALL SPAN STRONG SUB SUP TIME U".split(" ")
)
const hiddenClasses =
  /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden|visuallyhidden|offscreen|hidden|a-offscreen|clipped|g-hdn)(?:\s|$)/
/** "hidden md:flex": shown again on wide screens. */
const shownAgain = /:(?:block|flex|grid|inline|contents|table)/
const maximumNodes = 2_000

/** Not displayed, by the element's own words; unlike `isHidden` it is not misled by what is only kept from screen readers. */
export function isUndisplayed(element: Element): boolean {
  // most elements of a table have no attribute at all
  if (!element.hasAttributes()) return false
  if (element.hasAttribute("hidden")) return true
  const classes = element.getAttribute("class") ?? ""
  if (classes && hiddenClasses.test(classes) && !shownAgain.test(classes)) return true
  const style = element.getAttribute("style")
  return style !== null && /display:\s*none|visibility:\s*hidden/i.test(style)
}

/** Hidden by the element's own words. A pure reader has no layout, so hiding by a page's stylesheet is not seen. */
export function isHidden(element: Element): boolean {
  return element.getAttribute("aria-hidden") === "true" || isUndisplayed(element)
}

/** Hidden itself or inside something hidden, as a collapsed row is. */
export function isWithinHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (isHidden(at)) return true
  return false
}

const squeeze = (text: string) => text.replace(/[\s\u00a0]+/g, " ").trim()

/** The texts that an element shows, one piece for each block or line; hidden duplicates are left out. */
export function piecesOf(element: Element): string[] {
  const pieces: string[] = []
  let current = ""
  let left = maximumNodes
  const flush = () => {
    const piece = squeeze(current)
    if (piece) pieces.push(piece)
    current = ""
  }
  const walk = (node: Node) => {
    for (const child of Array.from(node.childNodes)) {
      if (left-- <= 0) return
      if (child.nodeType === 3) current += child.nodeValue ?? ""
      if (child.nodeType !== 1) continue
      const name = child.nodeName.toUpperCase()
      if (silent.has(name) || isHidden(child as Element)) continue
      const breaks = !inline.has(name)
      if (breaks) flush()
      walk(child)
      if (breaks) flush()
    }
  }
  walk(element)
  flush()
  return pieces
}

/** What an element shows, its stacked blocks separated by a space instead of glued: "11/23/2026 1:01:36 PM UTC". */
export function textOf(element: Element | null | undefined): string {
  if (!element) return ""
  // a cell that holds nothing but text, as most do
  if (element.childElementCount === 0) return squeeze(element.textContent ?? "")
  return piecesOf(element).join(" ")
}

/** The page's language by its own words; undefined when it does not say. */
export function languageOfPage(doc: Document): string | undefined {
  const lang = doc.documentElement?.getAttribute("lang")?.trim().replaceAll("_", "-")
  return lang || undefined
}

/** The id at the end of a link such as "/dashboard/orders/59" for "orders". */
export function idInLink(link: Element | null | undefined, segment: string): string | undefined {
  const href = link?.getAttribute("href") ?? ""
  return new RegExp(`/${segment}/([A-Za-z0-9_-]{1,64})(?:[/?#]|$)`).exec(href)?.[1]
}
