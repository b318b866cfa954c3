import { textOf } from "../page-text"
import type { SchemaNode } from "./json-ld"

/** How a syntax writes schema.org into elements: what opens an item, its type, a property's name. */
type Syntax = { scope: string; type: string; property: string }

const syntaxes: Record<"microdata" | "rdfa", Syntax> = {
  microdata: { scope: "itemscope", type: "itemtype", property: "itemprop" },
  rdfa: { scope: "typeof", type: "typeof", property: "property" }
}
const mostItems = 60

const localName = (name: string) => name.replace(/^.*[/:#]/, "")

function contentOf(element: Element, scope: string): unknown {
  const content = element.getAttribute("content")
  if (content !== null) return content
  const name = element.nodeName
  if (name === "META") return ""
  if (name === "A" || name === "LINK") return element.getAttribute("href") ?? ""
  if (name === "IMG" || name === "SOURCE") return element.getAttribute("src") ?? ""
  if (name === "TIME") return element.getAttribute("datetime") ?? element.textContent ?? ""
  if (name === "DATA" || name === "METER") return element.getAttribute("value") ?? ""
  // a text that holds other items is none
  return element.querySelector(`[${scope}]`) ? "" : textOf(element)
}

function add(node: SchemaNode, name: string, value: unknown) {
  const before = node[name]
  if (before === undefined) node[name] = value
  else node[name] = Array.isArray(before) ? [...before, value] : [before, value]
}

function nodeOf(item: Element, syntax: Syntax, depth = 0): SchemaNode {
  const node: SchemaNode = {
    "@type": (item.getAttribute(syntax.type) ?? "").split(/\s+/).map(localName)
  }
  if (depth > 6) return node
  for (const element of Array.from(item.querySelectorAll(`[${syntax.property}]`)).slice(0, 400)) {
    const owner = element.parentElement?.closest(`[${syntax.scope}]`)
    if (owner !== item) continue
    const nested = element.hasAttribute(syntax.scope)
    const value = nested ? nodeOf(element, syntax, depth + 1) : contentOf(element, syntax.scope)
    if (value === "") continue
    for (const name of (element.getAttribute(syntax.property) ?? "").split(/\s+/))
      add(node, localName(name), value)
  }
  return node
}

/** The schema.org items that a page marks up in its elements, the outermost ones. */
export function markedNodes(doc: Document, kind: keyof typeof syntaxes): SchemaNode[] {
  const syntax = syntaxes[kind]
  const items = Array.from(doc.querySelectorAll(`[${syntax.scope}][${syntax.type}]`)).slice(
    0,
    mostItems
  )
  return items
    .filter((item) => !item.hasAttribute(syntax.property))
    .map((item) => nodeOf(item, syntax))
}
