/** What a workbook's XML is made of, as far as tables need it. */
export type XmlToken =
  | { type: "open"; name: string; attributes: string; empty: boolean }
  | { type: "close"; name: string }
  | { type: "text"; text: string }

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

/** Character references and the five entities of XML 1.0; a DTD's own entities are left as they stand. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text
  return text.replace(/&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return Number.isFinite(code) && code <= 0x10ffff ? String.fromCodePoint(code) : ""
  })
}

/** The value of one attribute of a tag, or undefined. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescapeXml(value)
}

/** A tag or text that does not end within this is no workbook's. */
const longestPiece = 1_048_576

/** A streaming reader of XML without namespaces, comments, DTDs and processing instructions, which it skips. */
export class XmlReader {
  private rest = ""

  push(piece: string): XmlToken[] {
    const text = this.rest + piece
    const tokens: XmlToken[] = []
    let at = 0
    while (at < text.length) {
      const open = text.indexOf("<", at)
      if (open < 0) break
      if (open > at) tokens.push({ type: "text", text: unescapeXml(text.slice(at, open)) })
      const comment = text.startsWith("<!--", open)
      const close = comment ? text.indexOf("-->", open) : text.indexOf(">", open)
      if (close < 0) {
        at = open
        break
      }
      const token = comment ? null : tagOf(text.slice(open + 1, close))
      if (token) tokens.push(token)
      at = close + (comment ? 3 : 1)
    }
    this.rest = text.slice(at)
    if (this.rest.length > longestPiece) throw new RangeError("a piece of XML without an end")
    return tokens
  }
}

function tagOf(inside: string): XmlToken | null {
  if (inside.startsWith("?") || inside.startsWith("!")) return null
  const local = (name: string) => name.slice(name.indexOf(":") + 1)
  if (inside.startsWith("/")) return { type: "close", name: local(inside.slice(1).trim()) }
  const empty = inside.endsWith("/")
  const body = empty ? inside.slice(0, -1) : inside
  const space = body.search(/\s/)
  const name = local(space < 0 ? body : body.slice(0, space))
  return { type: "open", name, attributes: space < 0 ? "" : body.slice(space), empty }
}
