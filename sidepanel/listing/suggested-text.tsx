import { useState } from "react"
import { Button } from "../../src/ui/button"
import { textDiff } from "../../src/ui/text-diff"
import { words } from "../../src/ui/words"

/** A text with what goes struck and what comes underlined, and a button that copies the new one. */
export function SuggestedText({ now, better }: { now: string; better: string }) {
  const [said, say] = useState("")
  const copy = () =>
    navigator.clipboard.writeText(better).then(
      () => say(words.listing.copied),
      () => say(words.listing.notCopied)
    )
  let offset = 0
  return (
    <>
      <p className="break">
        {textDiff(now, better).map(({ text, change }) => {
          const key = `${offset} ${change}`
          offset += text.length
          if (change === "removed")
            return (
              <del key={key}>
                <span className="unseen">{words.listing.removed}: </span>
                {text}
              </del>
            )
          if (change === "added")
            return (
              <ins key={key}>
                <span className="unseen">{words.listing.added}: </span>
                {text}
              </ins>
            )
          return <span key={key}>{text}</span>
        })}
      </p>
      <div className="row">
        <Button onPress={copy} label={`${words.listing.copy}: ${better.slice(0, 80)}`}>
          {words.listing.copy}
        </Button>
        <span role="status" className="soft">
          {said}
        </span>
      </div>
    </>
  )
}
