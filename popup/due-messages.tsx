import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

const soonMs = 4 * 3_600_000

/** How many answers are due within four hours, overdue ones too; nothing where no message was ever read. */
export function DueMessages() {
  const due = useStore(async (db) => {
    const notes = await db.messageNotes.toArray()
    if (notes.length === 0) return null
    const until = Date.now() + soonMs
    return notes.filter(({ wantsReply, dueAt }) => wantsReply && dueAt && dueAt <= until).length
  })
  if (due === undefined || due === null) return null
  const { customers } = words
  return (
    <p className={due > 0 ? "notice" : "soft"} data-tone={due > 0 ? "warning" : undefined}>
      {due > 0 ? customers.dueSoon(due) : customers.noneDue}
    </p>
  )
}
