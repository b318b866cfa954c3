import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

/** What the buyer's messages about an order ask for, and what in them looks like a scam; their text is not stored. */
export function OrderMessages({ orderId }: { orderId: string }) {
  const notes = useStore(
    (db) => db.messageNotes.where("orderId").equals(orderId).sortBy("readAt"),
    [orderId]
  )
  const { customers, riskMore, format } = words
  if (!notes || notes.length === 0) return null
  return (
    <>
      <h3>{riskMore.messages}</h3>
      <ul className="reasons">
        {notes.map(({ id, sentAt, wishes, scam }) => (
          <li key={id}>
            {sentAt !== undefined && `${format.moment(sentAt)}: `}
            {wishes.map(({ intent }) => customers.intents[intent]).join(", ")}
            {scam.length > 0 && (
              <strong>
                {" "}
                {customers.scamLabel}: {scam.map((cue) => customers.scam[cue]).join(", ")}
              </strong>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
