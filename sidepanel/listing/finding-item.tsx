import type { Finding, Mark } from "../../src/domain/listing-analysis"
import { Disclosure } from "../../src/ui/disclosure"
import { words } from "../../src/ui/words"

const mostMarks = 6

function MarkedText({ mark }: { mark: Mark }) {
  const { before, text, after } = mark
  return (
    <q className="marked break">
      {before}
      <mark>{text}</mark>
      {after}
    </q>
  )
}

function Rule({ finding }: { finding: Finding }) {
  const { source, confidence, checkedOn, validFrom, validTo, ruleId } = finding
  const day = (text: string) => words.format.day(text)
  const held = [
    validFrom && words.listing.from(day(validFrom)),
    validTo && words.listing.until(day(validTo))
  ]
  const facts: [string, string][] = [
    [words.listing.source, source],
    [words.listing.confidenceTitle, words.listing.confidence[confidence]],
    [words.listing.valid, held.filter(Boolean).join(", ") || words.listing.always],
    [words.listing.checked, day(checkedOn)],
    [words.listing.ruleId, ruleId]
  ]
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="break">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One rule and how it came out: the exact words, the fix, where the rule is from and since when. */
export function FindingItem({ finding }: { finding: Finding }) {
  const { says, fix } = words.finding(finding)
  const wrong = finding.outcome !== "passed" && finding.outcome !== "unknown"
  const from = finding.outcome === "coming" && finding.validFrom
  return (
    <li className="item stack">
      <p className="break">
        {says}
        {from && <strong> {words.listing.from(words.format.day(from))}</strong>}
      </p>
      {finding.marks.slice(0, mostMarks).map((mark) => (
        <MarkedText key={`${mark.field} ${mark.index} ${mark.start}`} mark={mark} />
      ))}
      {wrong && fix && <p className="soft">{fix}</p>}
      <Disclosure summary={words.listing.rule} about={says}>
        {() => <Rule finding={finding} />}
      </Disclosure>
    </li>
  )
}
