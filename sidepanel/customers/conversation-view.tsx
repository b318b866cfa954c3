import { useEffect, useState } from "react"
import type { MessageNote } from "../../src/domain/message-note"
import type { Conversation } from "../../src/domain/reply"
import { send } from "../../src/messaging/messenger"
import { ErrorNotice } from "../../src/ui/error-notice"
import { Notice } from "../../src/ui/notice"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"
import { OrderFacts } from "../order-facts"
import { ClockNote } from "./clock-note"
import { CorrectWish } from "./correct-wish"
import { ReplyDesk } from "./reply-desk"
import { ScamNotice } from "./scam-notice"
import { useTone } from "./use-tone"

const { customers } = words

/** One message: its text, what is known of the order, and the way to an answer. */
export function ConversationView({ note, onDone }: { note: MessageNote; onDone: () => void }) {
  const [conversation, setConversation] = useState<Conversation>()
  const [error, setError] = useState<unknown>()
  const [asked, ask] = useState(0)
  const [tone, setTone] = useTone()
  const order = useStore(
    async (db) => (note.orderId ? ((await db.orders.get(note.orderId)) ?? null) : null),
    [note.orderId]
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again after a correction
  useEffect(() => {
    send("panel:conversation", { messageId: note.id, tone }).then(setConversation, setError)
  }, [note.id, tone, asked])
  if (!conversation) return <ErrorNotice error={error} />
  return (
    <>
      <ScamNotice cues={note.scam} />
      <h3>{customers.message}</h3>
      {conversation.text === undefined ? (
        <Notice>{customers.forgotten}</Notice>
      ) : (
        <blockquote className="message break" dir="auto" lang={note.language}>
          {conversation.text}
        </blockquote>
      )}
      {note.wantsReply && <ClockNote marketplace={note.marketplace} clock={conversation.clock} />}
      <CorrectWish note={note} onCorrected={() => ask(asked + 1)} />
      {order && <OrderFacts order={order} />}
      {order === null && (
        <p className="soft">{note.orderId ? customers.orderNotRead : customers.noOrder}</p>
      )}
      <ReplyDesk
        note={note}
        conversation={conversation}
        tone={tone}
        onTone={setTone}
        onDone={onDone}
      />
    </>
  )
}
