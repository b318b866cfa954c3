import {
  type Finding,
  type FindingOutcome,
  findingOutcomes
} from "../../src/domain/listing-analysis"
import { Disclosure } from "../../src/ui/disclosure"
import { Notice } from "../../src/ui/notice"
import { words } from "../../src/ui/words"
import { FindingItem } from "./finding-item"

const shownAtOnce = new Set<FindingOutcome>(["broken", "coming", "missed"])

function Group({ outcome, findings }: { outcome: FindingOutcome; findings: Finding[] }) {
  const help = words.listing.outcomeHelp[outcome]
  return (
    <>
      {help && <p className="soft small">{help}</p>}
      <ul className="items">
        {findings.map((finding) => (
          <FindingItem key={finding.ruleId} finding={finding} />
        ))}
      </ul>
    </>
  )
}

/** What to fix, worst first; what this page does not show and what is in order on demand. */
export function FindingGroups({ findings }: { findings: Finding[] }) {
  const groups = findingOutcomes.flatMap((outcome) => {
    const own = findings.filter((finding) => finding.outcome === outcome)
    return own.length > 0 ? [{ outcome, own }] : []
  })
  const title = (outcome: FindingOutcome, count: number) =>
    `${words.listing.outcome[outcome]} (${words.format.count(count)})`
  const toFix = groups.filter(({ outcome }) => shownAtOnce.has(outcome))
  return (
    <>
      {toFix.length === 0 && <Notice tone="good">{words.listing.nothing}</Notice>}
      {groups.map(({ outcome, own }) =>
        shownAtOnce.has(outcome) ? (
          <section key={outcome} className="card">
            <h3 className="outcome" data-outcome={outcome}>
              {title(outcome, own.length)}
            </h3>
            <Group outcome={outcome} findings={own} />
          </section>
        ) : (
          <Disclosure key={outcome} summary={title(outcome, own.length)}>
            {() => <Group outcome={outcome} findings={own} />}
          </Disclosure>
        )
      )}
    </>
  )
}
