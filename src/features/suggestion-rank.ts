import type { Proposal, Suggestion, SuggestionKind } from "../domain/suggestion"

/** Imagined outcomes as expected, so that one measurement moves little. */
const priorOutcomes = 3
/** Imagined decisions, half of them accepted. */
const priorDecisions = 4

/** How such suggestions did in this shop: measured ÷ expected gain, and how often the seller took them up. */
export type Experience = Partial<Record<SuggestionKind, number>>

/** Learns from what was decided and measured; 1 is "as expected, taken up half of the time". */
export function experienceOf(past: Suggestion[]): Experience {
  const experience: Experience = {}
  for (const kind of new Set(past.map((one) => one.kind))) {
    const own = past.filter((one) => one.kind === kind)
    const measured = own.flatMap(({ outcome }) => outcome?.ofExpected ?? [])
    const sum = measured.reduce((total, one) => total + Math.min(3, Math.max(0, one)), 0)
    const gain = (sum + priorOutcomes) / (measured.length + priorOutcomes)
    const taken = own.filter(({ state }) => state === "accepted" || state === "done").length
    const dismissed = own.filter(({ state }) => state === "dismissed").length
    const share = (taken + priorDecisions / 2) / (taken + dismissed + priorDecisions)
    experience[kind] = gain * share * 2
  }
  return experience
}

/** What a suggestion without an effect in money is worth in the order of the list. */
const withoutEffect = 1

/** Money a month by the past (half-way to its lower end: what is sure comes first), times how such suggestions did here. */
export function rankOf({ kind, effect }: Proposal, experience: Experience): number {
  return (
    (effect ? Math.max(0, (effect.low + effect.expected) / 2) : withoutEffect) *
    (experience[kind] ?? 1)
  )
}
