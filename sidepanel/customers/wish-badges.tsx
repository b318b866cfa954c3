import type { MessageNote } from "../../src/domain/message-note"
import { words } from "../../src/ui/words"

const { customers } = words

/** What is wanted, and how pressing it is. */
export function WishBadges({ note }: { note: MessageNote }) {
  return (
    <span className="row">
      <h2 className="row item-title">
        {note.wishes.map(({ intent }) => (
          <span key={intent}>{customers.intents[intent]}</span>
        ))}
      </h2>
      {note.urgency >= 0.5 && (
        <span className="severity" data-severity="high">
          {customers.urgent}
        </span>
      )}
      {note.sentiment === "negative" && (
        <span className="severity" data-severity="medium">
          {customers.mood.negative}
        </span>
      )}
    </span>
  )
}
