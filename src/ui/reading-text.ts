import type { Words } from "../../locales"
import type { Reading } from "../domain/reading"

const kinds = {
  orders: "orders",
  order: "orders",
  listings: "products",
  listing: "products",
  messages: "messages"
} as const

export type ReadingText = { text: string; help?: string; good: boolean }

/** How a reading went, in words, with what to do: a page that could not be read is never "0 orders". */
export function readingText({ reading: say }: Words, reading: Reading): ReadingText {
  const { outcome, rows, rowsExpected, listTotal, page } = reading
  if (outcome === "signed-out") return { text: say.signedOut, help: say.signedOutHelp, good: false }
  if (outcome === "challenge") return { text: say.challenge, help: say.challengeHelp, good: false }
  if (outcome === "unreadable") {
    return { text: say.unreadable, help: say.unreadableHelp, good: false }
  }
  if (outcome === "short") {
    return { text: say.short(rows, rowsExpected ?? rows), help: say.shortHelp, good: false }
  }
  const kind = kinds[page]
  const read =
    rowsExpected === undefined || rows === 0
      ? say.complete[kind](rows)
      : say.completeOf[kind](rows, rowsExpected)
  const more = listTotal !== undefined && listTotal > rows
  return { text: more ? `${read} ${say.inList(listTotal)}` : read, good: true }
}
