import { demoSeed } from "../../demo/shop"
import type { AnomalyModel } from "../../models/anomaly"
import type { Order } from "../../src/domain/order"
import { featureIndex } from "../../src/features/order-features"
import { bootstrap } from "../bootstrap"
import type { Metric } from "../metric"
import { auroc, flagCounts } from "../ranking"
import { crossBorder } from "./cross-border"
import { recallByKind } from "./recall-by-kind"
import { alertRate, type ScoredShop, scoreShop } from "./shops"

/** Shops of other seeds than those of training, for what needs more planted orders than one shop has. */
const moreSeeds = [301, 302, 303, 304, 305, 306, 307, 308, 309]

/** Points of the WooCommerce anti-fraud family (MARKET.md §c3), as far as these pages show the signals. */
function rulePoints(order: Order, row: Float32Array): number {
  const at = (name: keyof typeof featureIndex) => row[featureIndex[name]] ?? 0
  return (
    (Math.expm1(at("buyerOrdersDay")) > 5 ? 25 : 0) +
    (order.billCountry && order.billCountry !== order.shipCountry ? 20 : 0) +
    (at("amountVsShop") > Math.log(2) / 0.7 ? 15 : 0) +
    (Math.expm1(at("paymentAttempts")) > 2 ? 25 : 0)
  )
}

/** Where the highest `rate` of the scores begins. */
const topFlags = (scores: number[], rate: number) => {
  const cut = scores.toSorted((a, b) => b - a)[Math.floor(scores.length * rate)] ?? 0
  return scores.map((score) => score > cut)
}

const pick = <T>(values: T[], chosen: number[]) => chosen.flatMap((i) => values[i] ?? [])

function overall({ scores, kinds, history }: ScoredShop): Metric[] {
  const labels = kinds.map((kind) => kind !== null)
  const flags = scores.map(({ flagged }) => flagged)
  const probabilities = scores.map(({ probability }) => probability)
  const n = labels.length
  const counts = flagCounts(flags, labels)
  const metric = (id: string, value: number, note?: string): Metric => ({
    id: `anomaly.demo.${id}`,
    value,
    unit: "",
    n,
    ...(note ? { note } : {})
  })
  const interval = (measure: (chosen: number[]) => number) => {
    const { low, high } = bootstrap(n, measure)
    return `95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}`
  }
  const odd = labels.filter(Boolean).length
  return [
    metric(
      "precision",
      counts.precision,
      `${odd} planted orders of ${new Set(kinds).size - 1} kinds among ${n} later ones; fitted on the ${history} before`
    ),
    metric("recall", counts.recall),
    metric(
      "f1",
      counts.f1,
      interval((chosen) => flagCounts(pick(flags, chosen), pick(labels, chosen)).f1)
    ),
    metric(
      "auroc",
      auroc(probabilities, labels),
      interval((chosen) => auroc(pick(probabilities, chosen), pick(labels, chosen)))
    ),
    metric("alert_rate", counts.rate, `asked for: ${alertRate}`)
  ]
}

/** The same orders by simpler means, the highest 1 % flagged. */
function baselines({ orders, rows, scores, kinds }: ScoredShop): Metric[] {
  const labels = kinds.map((kind) => kind !== null)
  const at = (name: keyof typeof featureIndex) => rows.map((row) => row[featureIndex[name]] ?? 0)
  const all: [string, number[]][] = [
    ["amount_only", at("amountVsShop")],
    [
      "woocommerce_rules",
      orders.map((order, i) => rulePoints(order, rows[i] ?? new Float32Array()))
    ],
    ["ours", scores.map(({ probability }) => probability)]
  ]
  return all.flatMap(([name, values]) => [
    { id: `anomaly.demo.auroc.${name}`, value: auroc(values, labels), unit: "", n: labels.length },
    {
      id: `anomaly.demo.f1.${name}`,
      value: flagCounts(topFlags(values, alertRate), labels).f1,
      unit: "",
      n: labels.length,
      note: "highest 1 % flagged"
    }
  ])
}

/** Everything that is said of the demo shop's planted anomalies. */
export async function evaluateDemo(model: AnomalyModel): Promise<Metric[]> {
  const demo = await scoreShop(model, { seed: demoSeed, orders: 20_000 })
  const shops = [demo]
  for (const seed of moreSeeds) shops.push(await scoreShop(model, { seed, orders: 20_000 }))
  return [...overall(demo), ...recallByKind(shops), ...crossBorder(shops), ...baselines(demo)]
}
