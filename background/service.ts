import { wordsFor } from "../locales"
import type { Correction, ServiceModel } from "../models/service"
import { type Facts, factsOf, fillMacro } from "../src/customer-service/fill-macro"
import { checkDraft } from "../src/customer-service/outgoing-guard"
import { productReasons, reasonDays } from "../src/customer-service/product-reasons"
import { risingTopics, wantsReply } from "../src/customer-service/queue"
import { rankReplies } from "../src/customer-service/rank-replies"
import { clockFor, dueAt } from "../src/customer-service/reply-clock"
import { inTone } from "../src/customer-service/tone"
import type { Intent } from "../src/domain/intent"
import type { MessageNote } from "../src/domain/message-note"
import { orderId } from "../src/domain/order"
import type { PageReading } from "../src/domain/reading"
import type {
  Conversation,
  DraftFinding,
  InsertOutcome,
  ProductReasons,
  RisingTopic,
  Tone
} from "../src/domain/reply"
import type { Database } from "../src/store/database"
import { readLines } from "../src/store/history"
import { countUse } from "../src/store/macros"
import { readTexts } from "./buyer-texts"
import { Refusal } from "./dispatch"
import { canInsert, insertReply } from "./insert-reply"
import { languageOfText } from "./message-language"
import { messageTexts } from "./message-texts"
import { type Around, firstOnes, orderOf, productsOf, toNote } from "./note-message"
import { keepReply, pastReplies } from "./past-replies"
import type { Vault } from "./vault"

export type Service = ReturnType<typeof createService>

type Run = <T>(work: (model: ServiceModel) => Promise<T>) => Promise<T>

/** An order that was not read yet has its number only. */
const orderNumber = ({ orderId: id }: MessageNote): Facts =>
  id ? { order: id.split(":").slice(2).join(":") } : {}

/** Understanding of messages, replies and their checks. Texts stay in memory; notes go to the store. */
export function createService(run: Run, vault: Vault, now: () => number = Date.now) {
  async function corrections(db: Database, model: ServiceModel): Promise<Correction[]> {
    const stored = await db.corrections.toArray()
    return stored.filter(({ modelVersion }) => modelVersion === model.version)
  }

  const understand = (db: Database, texts: string[]) =>
    run(async (model) => {
      const start = performance.now()
      model.teach(await corrections(db, model))
      const found = await model.predict(texts)
      performance.measure("portside:understand", { start })
      return { version: model.version, found }
    })

  async function noteOf(db: Database, id: string): Promise<MessageNote> {
    const note = await db.messageNotes.get(id)
    if (!note) throw new Refusal("failed", "no such message")
    return note
  }

  /** From memory while the browser runs, else from what the seller keeps. */
  const textOf = async (db: Database, id: string): Promise<string | undefined> =>
    (await messageTexts.recall(id)) ?? (await readTexts(db, vault, id))?.message

  return {
    /** What the messages of a reading ask for. Reading them again changes nothing that the seller said. */
    async read(db: Database, reading: PageReading): Promise<void> {
      const incoming = reading.messages.filter(({ direction }) => direction === "in")
      if (incoming.length === 0) return
      const texts = incoming.map(({ subject, text }) => (subject ? `${subject}\n${text}` : text))
      const ids = incoming.map(({ nativeId }) =>
        orderId(reading.marketplace, reading.account, nativeId)
      )
      const about = incoming.map((message) => orderOf(message, reading))
      const [{ version, found }, languages, known, orders, firsts] = await Promise.all([
        understand(db, texts),
        Promise.all(texts.map(languageOfText)),
        db.messageNotes.bulkGet(ids),
        db.orders.bulkGet(about.map((id) => id ?? "")),
        firstOnes(db, ids, about)
      ])
      const products = await productsOf(db, incoming, orders)
      await messageTexts.remember(Object.fromEntries(ids.map((id, i) => [id, texts[i] ?? ""])))
      await db.messageNotes.bulkPut(
        incoming.flatMap((message, i) => {
          const understood = found[i]
          if (!understood) return []
          const around: Around = {
            reading,
            language: languages[i],
            modelVersion: version,
            known: known[i],
            order: orders[i],
            sku: products[i],
            first: firsts[i] ?? true
          }
          return [toNote(message, understood, around)]
        })
      )
    },

    /** The message's text, while it is known, and the replies that fit, filled with the order's facts. */
    async conversation(db: Database, messageId: string, tone: Tone): Promise<Conversation> {
      const start = performance.now()
      const note = await noteOf(db, messageId)
      const [text, macros, past, order] = await Promise.all([
        textOf(db, messageId),
        db.macros.toArray(),
        pastReplies(db, vault, note),
        note.orderId ? db.orders.get(note.orderId) : undefined
      ])
      const labels = wordsFor(chrome.i18n.getUILanguage()).customers.variables
      const wishes = note.corrected ? note.wishes : [...note.wishes, ...note.likely]
      const ranked = rankReplies(wishes, {
        macros,
        past,
        ...(note.language && { language: note.language }),
        ...(order && { status: order.status })
      })
      const suggestions = ranked.map(({ template, ...reply }) => {
        const facts: Facts = order ? factsOf(order, reply.language) : orderNumber(note)
        const toned = reply.origin === "starter" ? inTone(template, reply.language, tone) : template
        return { ...reply, ...fillMacro(toned, facts, labels) }
      })
      performance.measure("portside:suggest", { start })
      const first = note.sentAt === undefined || note.dueAt === dueAt(note.marketplace, note.sentAt)
      return {
        ...(text !== undefined && { text }),
        suggestions,
        clock: clockFor(note.marketplace, first),
        canInsert: canInsert(note.marketplace)
      }
    },

    /** Puts the reply into the page's own reply field; it is the seller who sends it. */
    async insert(db: Database, messageId: string, text: string): Promise<InsertOutcome> {
      const { marketplace, account } = await noteOf(db, messageId)
      if (!canInsert(marketplace)) throw new Refusal("failed", "not allowed on this marketplace")
      return insertReply(account.split("/")[0] ?? "", text)
    },

    async checkDraft(db: Database, messageId: string, text: string): Promise<DraftFinding[]> {
      const note = await noteOf(db, messageId)
      const order = note.orderId ? await db.orders.get(note.orderId) : undefined
      const draftLanguage = await languageOfText(text)
      return checkDraft(text, {
        marketplace: note.marketplace,
        unasked: !note.wantsReply,
        now: now(),
        ...(order && { order }),
        ...(note.language && { buyerLanguage: note.language }),
        ...(draftLanguage && { draftLanguage })
      })
    },

    /** The note changes, and from now on messages near this one are understood that way. */
    async correct(db: Database, messageId: string, intent: Intent): Promise<void> {
      const note = await noteOf(db, messageId)
      const text = await textOf(db, messageId)
      const wishes = [{ intent, probability: 1 }]
      await db.messageNotes.put({
        ...note,
        wishes,
        corrected: true,
        wantsReply: wantsReply({ answered: note.answered, wishes })
      })
      if (text === undefined) return
      const { version, found } = await understand(db, [text])
      const vector = found[0]?.vector
      if (!vector) return
      await db.corrections.put({ id: messageId, modelVersion: version, intent, vector, at: now() })
    },

    /** `reply`: what the seller answered; kept only where texts of messages are. */
    async markDone(
      db: Database,
      messageId: string,
      done: boolean,
      { macroId, reply }: { macroId?: string | undefined; reply?: string | undefined }
    ): Promise<void> {
      const note = await noteOf(db, messageId)
      const answered = done
      await db.messageNotes.update(messageId, {
        answered,
        wantsReply: wantsReply({ answered, wishes: note.wishes })
      })
      if (macroId) await countUse(db, macroId)
      if (!done || !reply) return
      const order = note.orderId ? await db.orders.get(note.orderId) : undefined
      const facts = order ? factsOf(order, note.language ?? "en") : orderNumber(note)
      await keepReply(db, vault, { note, text: reply, facts, now: now() })
    },

    /** Why buyers wrote about products lately, beside what was sold of them. */
    async productReasons(db: Database): Promise<ProductReasons[]> {
      const since = now() - reasonDays * 86_400_000
      const notes = await db.messageNotes
        .filter(({ sku, sentAt, readAt }) => sku !== undefined && (sentAt ?? readAt) > since)
        .toArray()
      if (notes.length === 0) return []
      const { rows, sku, skus, quantity } = await readLines(db, { since })
      const sold = new Map<string, number>()
      for (let row = 0; row < rows; row++) {
        const name = skus[sku[row] ?? 0] ?? ""
        sold.set(name, (sold.get(name) ?? 0) + (quantity[row] ?? 0))
      }
      return productReasons(notes, sold)
    },

    async risingTopics(db: Database): Promise<RisingTopic[]> {
      const since = now() - 35 * 86_400_000
      const notes = await db.messageNotes.filter(({ readAt, sentAt }) => (sentAt ?? readAt) > since)
      return risingTopics(await notes.toArray(), now())
    }
  }
}
