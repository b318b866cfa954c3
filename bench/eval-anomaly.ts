import "@tensorflow/tfjs-backend-cpu"
import { readFileSync } from "node:fs"
import * as tf from "@tensorflow/tfjs-core"
import { toOrders } from "../demo/records"
import { generateShop } from "../demo/shop"
import { truthOf } from "../demo/truth"
import { AnomalyModel } from "../models/anomaly"
import { type AnomalyFit, rankSurprise, type ScorerName, scorerNames } from "../models/anomaly/fit"
import { seededRandom } from "../models/anomaly/random"
import type { ModelManifest } from "../models/model"
import type { Order } from "../src/domain/order"
import { featureIndex } from "../src/features/order-features"
import { replayRows } from "../train/anomaly/worlds"
import type { Measurement, Metric } from "./metric"
import { auroc, flagCounts } from "./ranking"

const alertRate = 0.01
/** The first part in time is the seller's history; the rest is scored as it comes. */
const historyShare = 0.5

/** The shipped model on a backend that is registered in this process. */
export async function loadShippedModel(backend: string): Promise<AnomalyModel> {
  await tf.setBackend(backend)
  const manifest = JSON.parse(readFileSync("models/anomaly/model.json", "utf8")) as ModelManifest
  const file = readFileSync("models/anomaly/weights.bin")
  const weights = file.buffer.slice(
    file.byteOffset,
    file.byteOffset + file.byteLength
  ) as ArrayBuffer
  return AnomalyModel.load({ manifest, weights })
}

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

/** The ensemble as it would be without the shipped network, all scorers weighted equally. */
function withoutPrior(raw: Record<ScorerName, Float32Array>, fit: AnomalyFit): number[] {
  const kept = scorerNames.filter((name) => name !== "prior")
  return Array.from(raw.tail, (_, i) =>
    kept.reduce((sum, name) => sum + rankSurprise(fit.ranks[name], raw[name][i] ?? 0), 0)
  )
}

/** 95 % interval of a measure by 200 resamples of the orders (Efron's percentile bootstrap). */
function interval(count: number, measure: (chosen: number[]) => number): string {
  const random = seededRandom(1)
  const values = Array.from({ length: 200 }, () =>
    measure(Array.from({ length: count }, () => Math.floor(random() * count)))
  ).sort((a, b) => a - b)
  return `95 % interval ${values[5]?.toFixed(3)} to ${values[194]?.toFixed(3)}`
}

async function run(): Promise<Metric[]> {
  const shop = generateShop()
  const orders = toOrders(shop)
  const truth = truthOf(shop)
  const rows = replayRows(orders)
  const split = Math.floor(orders.length * historyShare)
  const model = await loadShippedModel("cpu")
  const fit = await model.fit(rows.slice(0, split), { alertRate, seed: 1 })
  if (!fit) throw new Error("the demo shop has too little history")
  const later = orders.slice(split)
  const laterRows = rows.slice(split)
  const labels = later.map((order) => truth.has(order.nativeId))
  const scores = await model.predict(laterRows)
  const percentiles = scores.map(({ percentile }) => percentile)
  const flags = scores.map(({ flagged }) => flagged)
  const n = later.length
  const counts = flagCounts(flags, labels)
  const metric = (id: string, value: number, note?: string): Metric => ({
    id: `anomaly.demo.${id}`,
    value,
    unit: "",
    n,
    ...(note ? { note } : {})
  })
  const odd = labels.filter(Boolean).length
  const metrics = [
    metric(
      "precision",
      counts.precision,
      `${odd} planted anomalies among ${n} later orders; fitted on the ${split} before`
    ),
    metric("recall", counts.recall),
    metric(
      "f1",
      counts.f1,
      interval(n, (chosen) => flagCounts(pick(flags, chosen), pick(labels, chosen)).f1)
    ),
    metric(
      "auroc",
      auroc(percentiles, labels),
      interval(n, (chosen) => auroc(pick(percentiles, chosen), pick(labels, chosen)))
    ),
    metric("alert_rate", counts.rate, `asked for: ${alertRate}`)
  ]
  const kinds = [...new Set(later.flatMap((order) => truth.get(order.nativeId) ?? []))].sort()
  for (const kind of kinds) {
    const of = later.flatMap((order, i) =>
      truth.get(order.nativeId) === kind ? [flags[i] ?? false] : []
    )
    metrics.push({
      ...metric(`recall.${kind}`, of.filter(Boolean).length / of.length),
      n: of.length
    })
  }
  const baselines: [string, number[]][] = [
    ["amount_only", laterRows.map((row) => row[featureIndex.amountVsShop] ?? 0)],
    [
      "woocommerce_rules",
      later.map((order, i) => rulePoints(order, laterRows[i] ?? new Float32Array()))
    ]
  ]
  const raw = await model.rawScores(laterRows, fit)
  baselines.push(["ensemble", percentiles], ["without_prior", withoutPrior(raw, fit)])
  for (const name of scorerNames) baselines.push([`${name}_only`, [...raw[name]]])
  for (const [name, values] of baselines) {
    metrics.push(metric(`auroc.${name}`, auroc(values, labels)))
    metrics.push(
      metric(
        `f1.${name}`,
        flagCounts(topFlags(values, alertRate), labels).f1,
        "highest 1 % flagged"
      )
    )
  }
  model.dispose()
  return metrics
}

export const anomalyEvaluation: Measurement = { name: "anomaly", run }
