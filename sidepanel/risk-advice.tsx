import { useState } from "react"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import type { RiskRow } from "../src/ui/risk-rows"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

/** What a seller can do about this kind, and a message to the buyer to copy. Nothing is ever sent. */
export function RiskAdvice({ row: { insight, nativeId } }: { row: RiskRow }) {
  const { riskMore } = words
  const draft = riskMore.draft[insight.risk](nativeId)
  const [copied, setCopied] = useState(false)
  const command = useCommand()
  return (
    <>
      <h3>{riskMore.adviceTitle}</h3>
      <ul className="reasons">
        {riskMore.advice[insight.risk].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{riskMore.draftTitle}</h3>
      <blockquote className="break">{draft}</blockquote>
      <div className="row">
        <Button
          busy={command.busy}
          onPress={() =>
            command.run(async () => {
              await navigator.clipboard.writeText(draft)
              setCopied(true)
            })
          }
        >
          {riskMore.copy}
        </Button>
      </div>
      {copied && <Notice>{riskMore.copied}</Notice>}
      <ErrorNotice error={command.error} />
    </>
  )
}
