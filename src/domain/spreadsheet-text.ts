/** What a spreadsheet takes for the beginning of a formula, full-width forms included. */
const trigger = /^[=+\-@\t\r\n＝＋－＠]/

/** A text that a spreadsheet shows and never computes: an apostrophe goes before it (OWASP, CSV injection). */
export function spreadsheetText(text: string): string {
  return trigger.test(text) ? `'${text}` : text
}
