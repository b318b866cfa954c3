import { wordsFor } from "../locales"
import type { Correction, ServiceModel, Understanding } from "../models/service"
import { entitiesOf } from "../src/customer-service/entities"
import { type Facts, factsOf, fillMacro } from "../src/customer-service/fill-macro"
import { checkDraft } from "../src/customer-service/outgoing-guard"
import { priorityAt, risingTopics, wantsReply } from "../src/customer-service/queue"
import { rankReplies } from "../src/customer-service/rank-replies"
import { dueAt } from "../src/customer-service/reply-clock"
import { scamCuesOf } from "../src/customer-service/scam-shield"
import type { Intent } from "../src/domain/intent"
import type { PageMessage } from "../src/domain/message"
import type { MessageNote } from "../src/domain/message-note"
import { orderId } from "../src/domain/order"
import type { PageReading } from "../src/domain/reading"
import type { Conversation, DraftFinding, RisingTopic } from "../src/domain/reply"
import type { Database } from "../src/store/database"
import { countUse } from "../src/store/macros"
import { Refusal } from "./dispatch"
import { languageOfText } from "./message-language"
import { messageTexts } from "./message-texts"

export type Service = ReturnType<typeof createService>

type Run = <T>(work: (model: ServiceModel) => Promise<T>) => Promise<T>

const share = (value: number) => Math.min(1, Math.max(0, value))

/** A message that the seller corrected keeps what the seller said. */
function toNote(
  message: PageMessage,
  reading: PageReading,
  understood: Understanding,
  language: string | undefined,
  modelVersion: string,
  known: MessageNote | undefined
): MessageNote {
  const { marketplace, account, readAt } = reading
  const found = entitiesOf(message.text)
  const nativeOrder = message.orderNativeId ?? found.orderIds[0]
  const wishes = known?.corrected ? known.wishes : understood.intents
  const facts = {
    sentiment: understood.sentiment,
    urgency: share(understood.urgency),
    answered: message.answered ?? known?.answered ?? false,
    readAt,
    ...(message.sentAt && { dueAt: dueAt(marketplace, message.sentAt) })
  }
  return {
    id: orderId(marketplace, account, message.nativeId),
    marketplace,
    account,
    ...(nativeOrder && { orderId: orderId(marketplace, account, nativeOrder) }),
    ...(message.sentAt && { sentAt: message.sentAt }),
    ...facts,
    wishes,
    wantsReply: wantsReply({ answered: facts.answered, wishes }),
    priorityAt: priorityAt(facts),
    likely: understood.likely,
    corrected: known?.corrected ?? false,
    ...(language && { language }),
    photos: found.photos,
    scam: scamCuesOf(message.text, account.split("/")[0]?.split("_")[0] ?? ""),
    modelVersion
  }
}

/** An order that was not read yet has its number only. */
const orderNumber = ({ orderId: id }: MessageNote): Facts =>
  id ? { order: id.split(":").slice(2).join(":") } : {}

/** Understanding of messages, replies and their checks. Texts stay in memory; notes go to the store. */
export function createService(run: Run, now: () => number = Date.now) {
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

  return {
    /** What the messages of a reading ask for. Reading them again changes nothing that the seller said. */
    async read(db: Database, reading: PageReading): Promise<void> {
      const incoming = reading.messages.filter(({ direction }) => direction === "in")
      if (incoming.length === 0) return
      const texts = incoming.map(({ subject, text }) => (subject ? `${subject}\n${text}` : text))
      const ids = incoming.map(({ nativeId }) =>
        orderId(reading.marketplace, reading.account, nativeId)
      )
      const [{ version, found }, languages, known] = await Promise.all([
        understand(db, texts),
        Promise.all(texts.map(languageOfText)),
        db.messageNotes.bulkGet(ids)
      ])
      await messageTexts.remember(Object.fromEntries(ids.map((id, i) => [id, texts[i] ?? ""])))
      await db.messageNotes.bulkPut(
        incoming.flatMap((message, i) => {
          const understood = found[i]
          return understood
            ? [toNote(message, reading, understood, languages[i], version, known[i])]
            : []
        })
      )
    },

    /** The message's text, while the browser remembers it, and the replies that fit, filled with the order's facts. */
    async conversation(db: Database, messageId: string): Promise<Conversation> {
      const start = performance.now()
      const note = await noteOf(db, messageId)
      const [text, macros, order] = await Promise.all([
        messageTexts.recall(messageId),
        db.macros.toArray(),
        note.orderId ? db.orders.get(note.orderId) : undefined
      ])
      const labels = wordsFor(chrome.i18n.getUILanguage()).customers.variables
      const wishes = note.corrected ? note.wishes : [...note.wishes, ...note.likely]
      const ranked = rankReplies(wishes, {
        macros,
        ...(note.language && { language: note.language }),
        ...(order && { status: order.status })
      })
      const suggestions = ranked.map(({ template, ...reply }) => {
        const facts: Facts = order ? factsOf(order, reply.language) : orderNumber(note)
        return { ...reply, ...fillMacro(template, facts, labels) }
      })
      performance.measure("portside:suggest", { start })
      return { ...(text !== undefined && { text }), suggestions }
    },

    async checkDraft(db: Database, messageId: string, text: string): Promise<DraftFinding[]> {
      const note = await noteOf(db, messageId)
      const order = note.orderId ? await db.orders.get(note.orderId) : undefined
      const draftLanguage = await languageOfText(text)
      return checkDraft(text, {
        marketplace: note.marketplace,
        ...(order && { order }),
        ...(note.language && { buyerLanguage: note.language }),
        ...(draftLanguage && { draftLanguage })
      })
    },

    /** The note changes, and from now on messages near this one are understood that way. */
    async correct(db: Database, messageId: string, intent: Intent): Promise<void> {
      const note = await noteOf(db, messageId)
      const text = await messageTexts.recall(messageId)
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

    async markDone(
      db: Database,
      messageId: string,
      done: boolean,
      macroId?: string
    ): Promise<void> {
      const note = await noteOf(db, messageId)
      const answered = done
      await db.messageNotes.update(messageId, {
        answered,
        wantsReply: wantsReply({ answered, wishes: note.wishes })
      })
      if (macroId) await countUse(db, macroId)
    },

    async risingTopics(db: Database): Promise<RisingTopic[]> {
      const since = now() - 35 * 86_400_000
      const notes = await db.messageNotes.filter(({ readAt, sentAt }) => (sentAt ?? readAt) > since)
      return risingTopics(await notes.toArray(), now())
    }
  }
}
