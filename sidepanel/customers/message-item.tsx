import type { MessageNote } from "../../src/domain/message-note"
import { Disclosure } from "../../src/ui/disclosure"
import { shopName } from "../../src/ui/risk-rows"
import { marketplaceName, words } from "../../src/ui/words"
import { ConversationView } from "./conversation-view"
import { DueText } from "./due-text"
import { WishBadges } from "./wish-badges"

const { customers } = words

type Props = { note: MessageNote; sameOrder: number; now: number; onDone: (id: string) => void }

const orderName = ({ orderId }: MessageNote) =>
  orderId ? customers.about(orderId.split(":").slice(2).join(":")) : customers.noOrder

/** One message of the queue: what is wanted, until when, about which order. */
export function MessageItem({ note, sameOrder, now, onDone }: Props) {
  return (
    <li className="card">
      <span className="row spread">
        <WishBadges note={note} />
        <DueText note={note} now={now} />
      </span>
      {note.scam.length > 0 && (
        <span className="row">
          <span className="severity" data-severity="high">
            {customers.scamLabel}
          </span>
        </span>
      )}
      <span className="soft small break">
        {orderName(note)} · {marketplaceName(note.marketplace)}, {shopName(note.account)}
        {sameOrder > 1 && ` · ${customers.repeated(sameOrder)}`}
        {note.photos && ` · ${customers.photos}`}
      </span>
      <Disclosure summary={customers.open} about={orderName(note)}>
        {() => <ConversationView note={note} onDone={() => onDone(note.id)} />}
      </Disclosure>
    </li>
  )
}
