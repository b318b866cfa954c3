import { MessageError } from "../messaging/messenger"
import { Button } from "./button"
import { Notice } from "./notice"
import { words } from "./words"

/** What went wrong and what to do, in the seller's words; nothing while there is no error. */
export function ErrorNotice({ error }: { error: unknown }) {
  if (error === undefined) return null
  const code = error instanceof MessageError ? error.code : "failed"
  return (
    <Notice tone="error">
      <p>
        <strong>{words.error.title}</strong> {words.error[code]}
      </p>
      {code === "no-answer" && (
        // Chromium now and then never starts a worker again; only a reload of the extension ends that
        <Button onPress={() => chrome.runtime.reload()}>{words.error.restart}</Button>
      )}
    </Notice>
  )
}
