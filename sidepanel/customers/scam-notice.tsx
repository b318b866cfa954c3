import type { ScamCue } from "../../src/domain/message-note"
import { Notice } from "../../src/ui/notice"
import { words } from "../../src/ui/words"

const { customers } = words

/** Why a message may be a scam, cue by cue. */
export function ScamNotice({ cues }: { cues: ScamCue[] }) {
  if (cues.length === 0) return null
  return (
    <Notice tone="error">
      <p>
        <strong>{customers.scamTitle}</strong>
      </p>
      <ul className="reasons">
        {cues.map((cue) => (
          <li key={cue}>{customers.scam[cue]}</li>
        ))}
      </ul>
      <p>{customers.scamHelp}</p>
    </Notice>
  )
}
