import { type ClaimRule, deadline } from "../src/domain/claim-rules"
import { words } from "../src/ui/words"

/** Rules of a marketplace with their sources; with the day of a claim also until when each holds. */
export function ClaimRuleList({ rules, from }: { rules: ClaimRule[]; from?: number }) {
  const { claims: text } = words.riskMore
  return (
    <ul className="reasons">
      {rules.map((rule) => {
        const at = from === undefined ? undefined : deadline(rule, from)
        const what = text.rule[rule.code]
        return (
          <li key={rule.code}>
            {at === undefined ? what : text.until(what, at)}
            {at !== undefined && at < Date.now() && ` (${text.late})`}{" "}
            <span className="soft small">{text.source[rule.source]}</span>
          </li>
        )
      })}
    </ul>
  )
}
