import type { Random } from "./random"

export const demandPatterns = [
  "steady",
  "seasonal",
  "intermittent",
  "new",
  "dying",
  "promoted"
] as const
export type DemandPattern = (typeof demandPatterns)[number]

export type DemoProduct = {
  sku: string
  title: string
  pattern: DemandPattern
  /** Usual price in US cents; other currencies follow at fixed rates. */
  cents: number
  /** Relative demand when nothing else plays a part. */
  weight: number
  /** Month of the season's peak, 0 = January; seasonal products only. */
  peakMonth: number
  /** Share of the whole period at which a new product starts or a dying one is half gone. */
  turn: number
  /** Country code → how much better it sells there. */
  tilt: Record<string, number>
  onHand: number
  reserved: number
}

const materials = [
  "Teak",
  "Linen",
  "Enamel",
  "Brass",
  "Cork",
  "Stoneware",
  "Oak",
  "Cotton",
  "Slate",
  "Walnut"
]
const things = [
  "tray",
  "table runner",
  "mug",
  "lantern",
  "coaster set",
  "serving bowl",
  "coat hook",
  "tea towel",
  "cheese board",
  "storage box",
  "candle holder",
  "wall clock",
  "doormat",
  "plant pot",
  "bread bin"
]

/** Products of an invented homeware shop; each title once. */
export function makeCatalog(
  random: Random,
  count: number,
  countries: readonly string[]
): DemoProduct[] {
  return Array.from({ length: count }, (_, i) => {
    const material = materials[i % materials.length] ?? ""
    const thing = things[Math.floor(i / materials.length) % things.length] ?? ""
    const series = i >= materials.length * things.length ? ` no. ${Math.floor(i / 150) + 1}` : ""
    const pattern = demandPatterns[i % demandPatterns.length] ?? "steady"
    const intermittent = pattern === "intermittent"
    const onHand = random.int(0, 240)
    return {
      sku: `HH-${String(1_000 + i)}`,
      title: `${material} ${thing}${series}`,
      pattern,
      cents: Math.round(Math.exp(Math.log(2_400) + random.normal() * 0.7) / 10) * 10 + 9,
      weight: Math.exp(random.normal() * 0.9) * (intermittent ? 0.12 : 1),
      peakMonth: random.pick([5, 6, 11, 11, 11, 3]),
      turn: pattern === "new" ? 0.75 + random.next() * 0.15 : 0.4 + random.next() * 0.3,
      tilt: Object.fromEntries(
        countries.map((country) => [country, Math.exp(random.normal() * 0.8)])
      ),
      onHand,
      reserved: random.int(0, Math.min(12, onHand))
    }
  })
}

/** Demand of a product at a moment: `at` is the share of the period that has passed, 0..1. */
export function demandAt(product: DemoProduct, at: number, month: number): number {
  const { pattern, weight, turn } = product
  const distance = Math.min(
    Math.abs(month - product.peakMonth),
    12 - Math.abs(month - product.peakMonth)
  )
  const season = month === 10 || month === 11 ? 1.6 : 1
  if (pattern === "seasonal") return weight * season * (0.25 + 2.5 * Math.exp(-(distance ** 2) / 2))
  if (pattern === "new") return at < turn ? 0 : weight * 1.8
  if (pattern === "dying") return (weight * 1.6) / (1 + Math.exp((at - turn) * 18))
  if (pattern === "promoted") return weight * season * (isPromoted(product, at) ? 4 : 0.8)
  return weight * season
}

/** Promotions come eight times in the period, for a fiftieth of it each, at three quarters of the price. */
export function isPromoted(product: DemoProduct, at: number): boolean {
  const phase = Number(product.sku.slice(-2)) / 100
  return product.pattern === "promoted" && (at * 8 + phase) % 1 < 0.16
}
