import type { DraftFinding } from "../../src/domain/reply"
import { words } from "../../src/ui/words"

const { customers } = words

/** What the guard found in the draft, what must not be sent first. */
export function DraftCheck({ findings }: { findings: DraftFinding[] }) {
  return (
    <div role="status">
      <h3>{customers.check}</h3>
      {findings.length === 0 && <p className="soft">{customers.fine}</p>}
      <ul className="items">
        {findings.map(({ code, weight, words: found }) => (
          <li key={code} className="row">
            <span className="severity" data-severity={weight === "stop" ? "high" : "medium"}>
              {weight === "stop" ? customers.stop : customers.look}
            </span>
            <span className="break">
              {customers.findings[code]}
              {found && <q className="soft">{found}</q>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
