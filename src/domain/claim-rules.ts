/** One fact of a marketplace's protection: a condition when shipping, or a deadline after a claim. */
export type ClaimRule = {
  code: ClaimRuleCode
  when: "ship" | "claim"
  /** How long after the claim, where the marketplace names it. */
  within?: { hours: number } | { days: number } | { businessDays: number }
  source: "official" | "reported" | "unconfirmed"
  /** The day on which it was looked up. */
  asOf: string
}
export type ClaimRuleCode =
  | "amazon-label"
  | "amazon-scan"
  | "amazon-refund"
  | "ebay-tracking"
  | "ebay-signature"
  | "own-tracking"
  | "own-record"
  | "amazon-appeal"
  | "amazon-answer"
  | "amazon-safe-t"
  | "ebay-answer"
  | "own-answer"

const asOf = "2026-11-23"

const own: ClaimRule[] = [
  { code: "own-tracking", when: "ship", source: "unconfirmed", asOf },
  { code: "own-record", when: "ship", source: "unconfirmed", asOf },
  { code: "own-answer", when: "claim", source: "unconfirmed", asOf }
]

/** By marketplace; shops of their own have only their payment provider, whose terms differ. */
const rules: Record<string, ClaimRule[]> = {
  amazon: [
    { code: "amazon-label", when: "ship", source: "official", asOf },
    { code: "amazon-scan", when: "ship", source: "official", asOf },
    { code: "amazon-refund", when: "ship", source: "official", asOf },
    { code: "amazon-answer", when: "claim", within: { hours: 72 }, source: "official", asOf },
    { code: "amazon-appeal", when: "claim", within: { days: 30 }, source: "official", asOf },
    { code: "amazon-safe-t", when: "claim", within: { days: 60 }, source: "reported", asOf }
  ],
  ebay: [
    { code: "ebay-tracking", when: "ship", source: "official", asOf },
    { code: "ebay-signature", when: "ship", source: "unconfirmed", asOf },
    { code: "ebay-answer", when: "claim", within: { businessDays: 3 }, source: "official", asOf }
  ]
}

export const claimRules = (marketplace: string, when: ClaimRule["when"]): ClaimRule[] =>
  (rules[marketplace] ?? own).filter((rule) => rule.when === when)

const hour = 3_600_000
const day = 24 * hour

/** When a deadline that starts at `from` ends, epoch ms; undefined where the marketplace names none. */
export function deadline({ within }: ClaimRule, from: number): number | undefined {
  if (!within) return undefined
  if ("hours" in within) return from + within.hours * hour
  if ("days" in within) return from + within.days * day
  let at = from
  for (let left = within.businessDays; left > 0; ) {
    at += day
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return at
}
