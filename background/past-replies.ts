import { type Facts, toTemplate } from "../src/customer-service/fill-macro"
import type { PastReply } from "../src/customer-service/rank-replies"
import type { MessageNote } from "../src/domain/message-note"
import type { Database } from "../src/store/database"
import { keepTexts, readTexts } from "./buyer-texts"
import type { Vault } from "./vault"

const prefix = "reply/"
/** Only the newest are opened: each costs a decryption. */
const mostOpened = 60

/**
 * Keeps what the seller answered, sealed and purged like buyer text, and only where texts of messages are kept. The
 * facts of the order become variables again, so that the reply fits the next order.
 */
export async function keepReply(
  db: Database,
  vault: Vault,
  { note, text, facts, now }: { note: MessageNote; text: string; facts: Facts; now: number }
): Promise<void> {
  const buyer = (await db.messages.get(note.id))?.buyer ?? ""
  const texts = { message: toTemplate(text, facts) }
  await keepTexts(db, vault, [{ id: `${prefix}${note.id}`, buyer, placedAt: now, texts }], now)
}

/** Earlier replies to messages that wanted one of the same things in the same language, newest first. */
export async function pastReplies(
  db: Database,
  vault: Vault,
  note: MessageNote
): Promise<PastReply[]> {
  const keys = await db.buyerTexts.where("id").startsWith(prefix).primaryKeys()
  const notes = await db.messageNotes.bulkGet(keys.map((key) => key.slice(prefix.length)))
  const wanted = new Set([...note.wishes, ...note.likely].map(({ intent }) => intent))
  const near = notes
    .filter((one) => one !== undefined)
    .filter(({ id, language, wishes }) => {
      return (
        id !== note.id &&
        language === note.language &&
        wanted.has(wishes[0]?.intent ?? "other/question")
      )
    })
    .sort((a, b) => b.readAt - a.readAt)
    .slice(0, mostOpened)
  const found = await Promise.all(
    near.map(async ({ id, language, wishes }): Promise<PastReply[]> => {
      const texts = await readTexts(db, vault, `${prefix}${id}`)
      if (!texts?.message) return []
      const intents = wishes.slice(0, 1).map(({ intent }) => intent)
      return [{ id, intents, template: texts.message, ...(language && { language }) }]
    })
  )
  return found.flat()
}
