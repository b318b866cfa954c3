import { useEffect, useId, useState } from "react"
import type { MessageNote } from "../../src/domain/message-note"
import type { Conversation, DraftFinding, Suggestion, Tone } from "../../src/domain/reply"
import { send } from "../../src/messaging/messenger"
import { Button } from "../../src/ui/button"
import { ErrorNotice } from "../../src/ui/error-notice"
import { Notice } from "../../src/ui/notice"
import { useCommand } from "../../src/ui/use-command"
import { words } from "../../src/ui/words"
import { DraftCheck } from "./draft-check"
import { LocalTools } from "./local-tools"
import { Suggestions } from "./suggestions"

const { customers } = words
const checkAfterMs = 400

type Props = {
  note: MessageNote
  conversation: Conversation
  tone: Tone
  onTone: (tone: string) => void
  onDone: () => void
}

/** Suggestions, the draft and what speaks against it. The seller copies it; nothing is sent from here. */
export function ReplyDesk({ note, conversation, tone, onTone, onDone }: Props) {
  const id = useId()
  const { run, busy, error } = useCommand()
  const [draft, setDraft] = useState("")
  const [taken, setTaken] = useState<Suggestion>()
  const [findings, setFindings] = useState<DraftFinding[]>()
  const [said, say] = useState("")
  useEffect(() => {
    setFindings(undefined)
    if (!draft) return
    const timer = setTimeout(() => {
      send("panel:check-draft", { messageId: note.id, text: draft }).then(setFindings, () =>
        setFindings(undefined)
      )
    }, checkAfterMs)
    return () => clearTimeout(timer)
  }, [draft, note.id])
  const stopped = findings === undefined || findings.some(({ weight }) => weight === "stop")
  const copy = () =>
    run(async () => {
      if (stopped) return say(customers.blocked)
      await navigator.clipboard.writeText(draft)
      say(customers.copied)
    })
  const insert = () =>
    run(async () => {
      if (stopped) return say(customers.blocked)
      const outcome = await send("panel:insert-reply", { messageId: note.id, text: draft })
      say(outcome === "inserted" ? customers.inserted : customers.notInserted[outcome])
    })
  const done = () =>
    run(async () => {
      const macroId = taken?.origin === "own" ? taken.id : undefined
      await send("panel:message-done", {
        messageId: note.id,
        done: !note.answered,
        ...(macroId && { macroId }),
        ...(draft && !stopped && { reply: draft })
      })
      onDone()
    })
  return (
    <>
      <h3>{customers.replies}</h3>
      <Suggestions
        suggestions={conversation.suggestions}
        tone={tone}
        onTone={onTone}
        onUse={(suggestion) => {
          setTaken(suggestion)
          setDraft(suggestion.text)
        }}
      />
      <label htmlFor={id}>
        <strong>{customers.draft}</strong>
      </label>
      <textarea
        id={id}
        className="draft"
        dir="auto"
        rows={5}
        value={draft}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => setDraft(target.value)}
      />
      <p id={`${id}-help`} className="soft small">
        {customers.draftHelp}
      </p>
      {draft && (
        <LocalTools
          message={conversation.text ?? ""}
          draft={draft}
          from={taken?.language ?? words.format.locale.slice(0, 2)}
          to={note.language}
          onDraft={setDraft}
        />
      )}
      {draft && findings && <DraftCheck findings={findings} />}
      <div className="row">
        {draft && (
          <Button main busy={busy} onPress={copy}>
            {customers.copy}
          </Button>
        )}
        {draft && conversation.canInsert && (
          <Button busy={busy} onPress={insert}>
            {customers.insertReply}
          </Button>
        )}
        <Button busy={busy} onPress={done}>
          {note.answered ? customers.undone : customers.done}
        </Button>
      </div>
      {said && <Notice>{said}</Notice>}
      <ErrorNotice error={error} />
    </>
  )
}
