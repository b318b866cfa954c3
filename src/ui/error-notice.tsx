import { MessageError } from "../messaging/messenger"
import { Notice } from "./notice"
import { words } from "./words"

/** What went wrong and what to do, in the seller's words; nothing while there is no error. */
export function ErrorNotice({ error }: { error: unknown }) {
  if (error === undefined) return null
  const code = error instanceof MessageError ? error.code : "failed"
  return (
    <Notice tone="error">
      <strong>{words.error.title}</strong> {words.error[code]}
    </Notice>
  )
}
