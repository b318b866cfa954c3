import type { KindOutcome, Proposal, Suggestion, SuggestionKind } from "../domain/suggestion"

/** Imagined outcomes as expected, so that one measurement moves little. */
const priorOutcomes = 3
/** Imagined decisions, half of them accepted. */
const priorDecisions = 4
/** Stock costs about a quarter of its value a year (capital, space, ageing): what money that comes free saves a month. */
const holdingCost = 0.02
const z = 1.96

/** How such suggestions did in this shop: measured ÷ expected gain, and how often the seller took them up. */
export type Experience = Partial<Record<SuggestionKind, number>>

/** Learns from what was decided and measured; 1 is "as expected, taken up half of the time". */
export function experienceOf(past: Suggestion[]): Experience {
  const experience: Experience = {}
  for (const kind of new Set(past.map((one) => one.kind))) {
    const own = past.filter((one) => one.kind === kind)
    const measured = own.flatMap(({ outcome }) => outcome?.ofExpected ?? [])
    const sum = measured.reduce((total, one) => total + Math.min(3, Math.max(-3, one)), 0)
    const gain = Math.max(0, (sum + priorOutcomes) / (measured.length + priorOutcomes))
    const taken = own.filter(({ state }) => state === "accepted" || state === "done").length
    const dismissed = own.filter(({ state }) => state === "dismissed").length
    const share = (taken + priorDecisions / 2) / (taken + dismissed + priorDecisions)
    experience[kind] = gain * share * 2
  }
  return experience
}

/** All measured outcomes of each kind together: log ratios, each weighted by how sure it is (inverse variance). */
export function outcomesByKind(past: Suggestion[]): KindOutcome[] {
  return [...new Set(past.map(({ kind }) => kind))].flatMap((kind): KindOutcome[] => {
    const measured = past.flatMap((one) => (one.kind === kind && one.outcome ? [one.outcome] : []))
    const weights = measured.map(
      ({ low, high }) => ((2 * z) / Math.max(1e-6, Math.log(high / low))) ** 2
    )
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    if (all === 0) return []
    const log =
      measured.reduce((sum, { ratio }, i) => sum + (weights[i] ?? 0) * Math.log(ratio), 0) / all
    const reach = z / Math.sqrt(all)
    return [
      {
        kind,
        measured: measured.length,
        ratio: Math.exp(log),
        low: Math.exp(log - reach),
        high: Math.exp(log + reach)
      }
    ]
  })
}

/** What a suggestion without a gain in money is worth in the order of the list. */
const withoutGain = 1

/**
 * Profit a month by the past (half-way to its lower end: what is sure comes first), times how such suggestions did here.
 * @param margin share of revenue that is profit
 */
export function rankOf({ kind, effect }: Proposal, experience: Experience, margin: number): number {
  const share = { revenue: margin, profit: 1, freed: holdingCost }[effect?.of ?? "revenue"]
  const sure = effect ? ((effect.low + effect.expected) / 2) * share : 0
  return Math.max(withoutGain, sure) * (experience[kind] ?? 1)
}
