/** A node of schema.org data, whatever syntax it was written in. */
export type SchemaNode = { [property: string]: unknown }

const longestBlock = 1_000_000
const deepest = 12

export const isNode = (value: unknown): value is SchemaNode =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Quotes inside a text that were not escaped: `"name": "6" drawer"`. Only what JSON allows after a text may follow its end. */
function escapeInnerQuotes(json: string): string {
  return json.replace(/"((?:[^"\\]|\\.)*)"(?!\s*[,:}\]])/g, (all, inner: string) =>
    inner.includes("\n") ? all : `"${inner}\\"`
  )
}

const repairs: ((json: string) => string)[] = [
  (json) => json,
  // comments around the block, control characters, commas and semicolons too many
  (json) =>
    json
      .replace(/<!\[CDATA\[|\]\]>|<!--|-->|^\s*\/\*.*?\*\/|\/\*<!\[CDATA\[\*\/|\/\*\]\]>\*\//gs, "")
      .replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*$/gm, (all) => (all.startsWith('"') ? all : ""))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what makes the block invalid
      .replace(/[\u0000-\u001f]+/g, " ")
      .replace(/,\s*([}\]])/g, "$1")
      .replace(/;\s*$/, "")
      .trim(),
  // comments beside the values; what stands within quotes is no comment
  (json) =>
    json.replace(/"(?:[^"\\]|\\.)*"|\/\*.*?\*\//gs, (all) => (all.startsWith('"') ? all : " ")),
  (json) => json.replace(/([{,]\s*)([A-Za-z_@][\w@]*)\s*:/g, '$1"$2":'),
  escapeInnerQuotes,
  // several objects one after the other
  (json) => `[${json.replace(/}\s*{/g, "},{")}]`,
  // a property without a value, and a missing comma between two
  (json) =>
    json.replace(/:\s*(?=[,}\]])/g, ":null").replace(/("|\d|}|\])\s+(?="[^"]+"\s*:)/g, "$1,")
]

/** The value of a JSON text, repaired step by step where it is broken; undefined when nothing helps. */
export function parseBroken(json: string): unknown {
  if (json.length > longestBlock) return undefined
  let text = json
  for (const repair of repairs) {
    text = repair(text)
    try {
      return JSON.parse(text)
    } catch {
      // the next repair may help
    }
  }
  return undefined
}

/** Every node of a value, outermost first; members of a list are no nodes of their own. */
function* nodesOf(value: unknown, depth = 0): Generator<SchemaNode> {
  if (depth > deepest) return
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 500)) yield* nodesOf(one, depth + 1)
  } else if (isNode(value)) {
    yield value
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "about"]) {
      if (value[key] !== undefined) yield* nodesOf(value[key], depth + 1)
    }
  }
}

/** The members of lists of schema.org ("ItemList"), such as the products of a search page. */
export function listMembers(nodes: SchemaNode[]): SchemaNode[] {
  return nodes
    .filter((node) => isOfType(node, ["ItemList", "OfferCatalog"]))
    .flatMap(({ itemListElement: members }) => (Array.isArray(members) ? members : [members]))
    .map((member) => (isNode(member) && isNode(member.item) ? member.item : member))
    .filter(isNode)
}

/** All schema.org nodes of a page's JSON-LD blocks. */
export function jsonLdNodes(doc: Document): SchemaNode[] {
  const blocks = Array.from(doc.querySelectorAll('script[type*="ld+json" i]')).slice(0, 50)
  return blocks.flatMap((block) => [...nodesOf(parseBroken(block.textContent ?? ""))])
}

/** Whether a node is of a type ("Product", "http://schema.org/Product", ["Product", "Car"]). */
export function isOfType(node: SchemaNode, types: string[]): boolean {
  const said = Array.isArray(node["@type"]) ? node["@type"] : [node["@type"]]
  return said.some(
    (type) => typeof type === "string" && types.includes(type.replace(/^.*[/:#]/, ""))
  )
}
