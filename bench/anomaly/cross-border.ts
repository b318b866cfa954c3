import { bootstrap } from "../bootstrap"
import type { Metric } from "../metric"
import { alertRate, type ScoredShop } from "./shops"

/** The invented seller sits here: five in six orders go abroad. */
const home = "DE"

type Honest = { flagged: boolean; foreign: boolean; first: boolean }

/** Ordinary orders, the highest 1 % of them flagged: each of these flags is a false alarm. */
const honestOf = ({ orders, scores, kinds, first }: ScoredShop): Honest[] => {
  const honest = scores.flatMap(({ probability }, i) =>
    kinds[i] === null
      ? [{ probability, foreign: orders[i]?.shipCountry !== home, first: first[i] ?? false }]
      : []
  )
  const cut =
    honest.map(({ probability }) => probability).sort((a, b) => b - a)[
      Math.floor(honest.length * alertRate)
    ] ?? 0
  return honest.map((one) => ({ ...one, flagged: one.probability > cut }))
}

/** Flag rate of the odd ÷ flag rate of the others, among the chosen orders. */
function ratio(orders: Honest[], isOdd: (one: Honest) => boolean, chosen: number[]): number {
  const flags = [0, 0]
  const counts = [0, 0]
  for (const i of chosen) {
    const one = orders[i]
    if (!one) continue
    const side = isOdd(one) ? 1 : 0
    counts[side] = (counts[side] ?? 0) + 1
    if (one.flagged) flags[side] = (flags[side] ?? 0) + 1
  }
  const [usual = 0, odd = 0] = flags.map(
    (flagged, side) => flagged / Math.max(1, counts[side] ?? 0)
  )
  return odd / usual
}

/** How much more often honest foreign and first orders are flagged than honest domestic and repeated ones. */
export function crossBorder(shops: ScoredShop[]): Metric[] {
  const honest = shops.flatMap(honestOf)
  const metric = (id: string, isOdd: (one: Honest) => boolean, of: string): Metric => {
    const { low, high } = bootstrap(honest.length, (chosen) => ratio(honest, isOdd, chosen))
    return {
      id: `anomaly.demo.${id}`,
      value: ratio(honest, isOdd, [...honest.keys()]),
      unit: "",
      n: honest.length,
      note: `${of}, ${shops.length} shops; 95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}`
    }
  }
  return [
    metric(
      "foreign_flag_ratio",
      ({ foreign }) => foreign,
      `flags on foreign ÷ domestic (${home}) honest orders`
    ),
    metric(
      "first_flag_ratio",
      ({ first }) => first,
      "flags on first ÷ later honest orders of a buyer"
    )
  ]
}
