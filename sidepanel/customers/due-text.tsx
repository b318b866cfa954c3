import type { MessageNote } from "../../src/domain/message-note"
import { words } from "../../src/ui/words"

const { customers, format } = words

/** Until when an answer is due, or that none is. */
export function DueText({ note, now }: { note: MessageNote; now: number }) {
  if (!note.wantsReply) return <span className="soft">{customers.noReply}</span>
  if (note.dueAt === undefined) return null
  const moment = format.moment(note.dueAt)
  const late = note.dueAt < now
  return late ? (
    <strong>{customers.overdue(moment)}</strong>
  ) : (
    <span>{customers.dueBy(moment)}</span>
  )
}
