import { wordsFor } from "../locales"
import type { Badge } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import type { Shown } from "./badges"

/** What each message asks for and when the answer is due; a scam cue comes before everything else. */
export async function messageBadges(db: Database, shown: Shown[]): Promise<Badge[]> {
  const words = wordsFor(chrome.i18n.getUILanguage())
  const { customers, format } = words
  const notes = await db.messageNotes.bulkGet(shown.map(({ id }) => id))
  return shown.flatMap(({ nativeId }, i): Badge[] => {
    const note = notes[i]
    if (!note) return []
    const wishes = note.wishes.map(({ intent }) => customers.intents[intent])
    const due = note.wantsReply
      ? note.dueAt && customers.dueBy(format.moment(note.dueAt))
      : customers.noReply
    if (note.scam.length > 0) {
      const reasons = note.scam.map((cue) => customers.scam[cue])
      return [{ nativeId, state: "flagged", severity: "high", label: customers.scamLabel, reasons }]
    }
    const reasons = [...wishes.slice(1), ...(due ? [due] : [])]
    return [{ nativeId, state: "info", label: wishes[0] ?? "", reasons }]
  })
}
