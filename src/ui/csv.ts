import { spreadsheetText } from "../domain/spreadsheet-text"

const quoted = (cell: string) => `"${spreadsheetText(cell).replaceAll('"', '""')}"`

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export function csvText(rows: string[][]): string {
  return `\ufeff${rows.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`
}

/** Hands a text to the browser as a download. */
export function saveText(name: string, text: string, type = "text/csv"): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
