import { useId, useState } from "react"
import { intents, isIntent } from "../../src/domain/intent"
import type { MessageNote } from "../../src/domain/message-note"
import { send } from "../../src/messaging/messenger"
import { ErrorNotice } from "../../src/ui/error-notice"
import { Notice } from "../../src/ui/notice"
import { useCommand } from "../../src/ui/use-command"
import { words } from "../../src/ui/words"

const { customers } = words

/** The seller says what a message is about; likely answers stand first. */
export function CorrectWish({ note, onCorrected }: { note: MessageNote; onCorrected: () => void }) {
  const id = useId()
  const { run, error } = useCommand()
  const [said, say] = useState("")
  const likely = note.likely.map(({ intent }) => intent)
  const others = intents.filter((intent) => !likely.includes(intent))
  const correct = (value: string) => {
    if (!isIntent(value)) return
    run(async () => {
      await send("panel:correct-message", { messageId: note.id, intent: value })
      say(customers.corrected)
      onCorrected()
    })
  }
  return (
    <>
      <span className="row">
        <label htmlFor={id}>{customers.correct}</label>
        <select
          id={id}
          className="select"
          value={note.wishes[0]?.intent}
          onChange={({ target }) => correct(target.value)}
        >
          {[...likely, ...others].map((intent) => (
            <option key={intent} value={intent}>
              {customers.intents[intent]}
            </option>
          ))}
        </select>
      </span>
      {said && <Notice tone="good">{said}</Notice>}
      <ErrorNotice error={error} />
    </>
  )
}
