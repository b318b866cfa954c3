import type { Severity } from "../domain/insight"
import { words } from "./words"

export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <span className="severity" data-severity={severity}>
      {words.severity[severity]}
    </span>
  )
}
