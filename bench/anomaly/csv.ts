import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

/** Records of a gzipped CSV file (RFC 4180), by the names in its first row; a cut last row is left out. */
export function readCsvGz(path: string): Record<string, string>[] {
  const text = gunzipSync(readFileSync(path))
    .toString("utf8")
    .replace(/^\uFEFF/, "")
  const rows: string[][] = []
  let row: string[] = []
  let cell = ""
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (char === '"') quoted = true
    else if (char === ",") {
      row.push(cell)
      cell = ""
    } else if (char === "\n") {
      row.push(cell.replace(/\r$/, ""))
      rows.push(row)
      row = []
      cell = ""
    } else cell += char
  }
  const [header = [], ...rest] = rows
  return rest
    .filter((one) => one.length === header.length)
    .map((one) => Object.fromEntries(header.map((name, i) => [name, one[i] ?? ""])))
}
