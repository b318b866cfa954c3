import { useEffect, useState } from "react"
import { Button } from "../../src/ui/button"
import { Notice } from "../../src/ui/notice"
import { words } from "../../src/ui/words"
import { canTranslate, canWrite, translate, writeDraft } from "./local-language"

const { customers, format } = words

type Props = {
  message: string
  draft: string
  /** Language of the draft and of the buyer. */
  from: string
  to: string | undefined
  onDraft: (text: string) => void
}

/** The browser's translator and language model, where it has them ready; nothing otherwise. */
export function LocalTools({ message, draft, from, to, onDraft }: Props) {
  const [able, setAble] = useState({ write: false, translate: false })
  const [said, say] = useState("")
  useEffect(() => {
    let gone = false
    void Promise.all([canWrite(), to ? canTranslate(from, to) : false]).then(
      ([write, translatable]) => {
        if (!gone) setAble({ write, translate: translatable })
      }
    )
    return () => {
      gone = true
    }
  }, [from, to])
  const run = (work: () => Promise<string>, done: string) => {
    say(customers.working)
    work().then(
      (text) => {
        onDraft(text)
        say(done)
      },
      () => say(customers.localFailed)
    )
  }
  return (
    <>
      <div className="row">
        {able.translate && to && (
          <Button onPress={() => run(() => translate(draft, from, to), customers.translated)}>
            {customers.translate(
              new Intl.DisplayNames([format.locale], { type: "language" }).of(to) ?? to
            )}
          </Button>
        )}
        {able.write && (
          <Button onPress={() => run(() => writeDraft(message, draft), customers.written)}>
            {customers.write}
          </Button>
        )}
      </div>
      {said && <Notice tone="warning">{said}</Notice>}
    </>
  )
}
