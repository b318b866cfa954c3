import { useRef, useState } from "react"
import { Button } from "../../src/ui/button"
import { EmptyState } from "../../src/ui/empty-state"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"
import { MacrosCard } from "./macros-card"
import { MessageItem } from "./message-item"
import { ProductReasons } from "./product-reasons"
import { RisingTopics } from "./rising-topics"

const { customers, format } = words
const step = 50

/** Messages by how pressing they are, and the seller's own replies. */
export function CustomersView() {
  const notes = useStore((db) => db.messageNotes.orderBy("priorityAt").toArray())
  const [answered, setAnswered] = useState(false)
  const [most, setMost] = useState(step)
  const [said, say] = useState("")
  const status = useRef<HTMLParagraphElement>(null)
  if (!notes) return null
  const waiting = notes.filter(({ wantsReply }) => wantsReply)
  const rest = notes.filter(({ wantsReply }) => !wantsReply).reverse()
  const shown = answered ? rest : waiting
  const perOrder = new Map<string, number>()
  for (const { orderId } of notes) {
    if (orderId) perOrder.set(orderId, (perOrder.get(orderId) ?? 0) + 1)
  }
  const now = Date.now()
  return (
    <section className="stack" aria-label={customers.title}>
      <p className="soft small">{customers.privacy}</p>
      <fieldset className="row plain" aria-label={customers.show}>
        <Button pressed={!answered} onPress={() => setAnswered(false)}>
          {customers.waiting} ({format.count(waiting.length)})
        </Button>
        <Button pressed={answered} onPress={() => setAnswered(true)}>
          {customers.answered} ({format.count(rest.length)})
        </Button>
      </fieldset>
      <p ref={status} role="status" tabIndex={-1} className="said">
        {said}
      </p>
      <RisingTopics />
      <ProductReasons />
      {shown.length === 0 && (
        <EmptyState
          text={answered ? customers.noneAnswered : customers.none}
          {...(answered ? {} : { help: customers.noneHelp })}
        />
      )}
      <ul className="items">
        {shown.slice(0, most).map((note) => (
          <MessageItem
            key={note.id}
            note={note}
            sameOrder={perOrder.get(note.orderId ?? "") ?? 1}
            now={now}
            onDone={() => {
              say(customers.doneSaid)
              status.current?.focus()
            }}
          />
        ))}
      </ul>
      {shown.length > most && (
        <Button onPress={() => setMost(most + step)}>
          {words.risk.showMore(Math.min(step, shown.length - most))}
        </Button>
      )}
      <MacrosCard />
    </section>
  )
}
