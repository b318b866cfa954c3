import { detectorSurprises, ensembleScores, fitEnsemble } from "../../models/anomaly/ensemble"
import { fitHead, logOddsOf } from "../../models/anomaly/head"
import { drawWithout, type Matrix, matrixOf } from "../../models/anomaly/matrix"
import { seededRandom } from "../../models/anomaly/random"
import { standardize } from "../../models/anomaly/standardize"
import type { Metric } from "../metric"
import { auroc } from "../ranking"
import { readCsvGz } from "./csv"

export const fraudOwner =
  "https://www.kaggle.com/datasets/vbinh002/fraud-ecommerce (Fraud_Data.csv, IpAddress_to_Country.csv)"

const trainingShare = 0.8
const hour = 3_600_000
const browsers = ["Chrome", "FireFox", "IE", "Opera", "Safari"]
const sources = ["SEO", "Ads", "Direct"]

type Table = { rows: number[][]; labels: boolean[] }

/** Rows in the order of purchase; counts of device and IP hold what came before the row only. */
function causalRows(path: string): Table {
  const records = readCsvGz(path)
    .map((record) => ({
      record,
      at: Date.parse(`${record.purchase_time} UTC`),
      signup: Date.parse(`${record.signup_time} UTC`)
    }))
    .filter(({ at, signup }) => Number.isFinite(at) && Number.isFinite(signup))
    .sort((a, b) => a.at - b.at)
  const seen = new Map<string, number[]>()
  const before = (key: string, at: number) => {
    const times = seen.get(key) ?? []
    const recent = times.filter((time) => time > at - 24 * hour).length
    seen.set(key, [...times, at])
    return [Math.log1p(times.length), Math.log1p(recent)]
  }
  const rows = records.map(({ record, at, signup }) => {
    const date = new Date(at)
    return [
      ...before(`device ${record.device_id}`, at),
      ...before(`ip ${record.ip_address}`, at),
      Math.log1p(Math.max(0, at - signup) / 1_000),
      Math.log1p(Number(record.purchase_value)),
      Number(record.age),
      Math.cos((2 * Math.PI * date.getUTCHours()) / 24),
      Math.sin((2 * Math.PI * date.getUTCHours()) / 24),
      date.getUTCDay(),
      Number(record.sex === "M"),
      ...browsers.map((name) => Number(record.browser === name)),
      ...sources.map((name) => Number(record.source === name))
    ]
  })
  return { rows, labels: records.map(({ record }) => record.class === "1") }
}

/** AUROC on the last fifth of an order of rows: without labels, and by the head with the labels before. */
function evaluate({ rows, labels }: Table, order: readonly number[]) {
  const cut = Math.floor(order.length * trainingShare)
  const columns = rows[0]?.length ?? 0
  const table = (chosen: readonly number[]) =>
    matrixOf(
      chosen.map((i) => rows[i] ?? []),
      columns
    )
  const [training, test] = [order.slice(0, cut), order.slice(cut)]
  const history = table(training)
  const ensemble = fitEnsemble(history, 1)
  const inputs = (chosen: Matrix, isHistory: boolean) => {
    const { forest, neighbours } = detectorSurprises(ensemble, chosen, isHistory)
    const standard = standardize(ensemble.scaling, chosen).values
    return Array.from({ length: chosen.rows }, (_, i) => [
      ...standard.subarray(i * columns, (i + 1) * columns),
      forest[i] ?? 0,
      neighbours[i] ?? 0
    ])
  }
  const head = fitHead(
    inputs(history, true),
    training.map((i) => Number(labels[i])),
    {
      head: { weights: new Float64Array(columns + 2), bias: 0 },
      strengths: new Float64Array(columns + 3).fill(1)
    }
  )
  const later = table(test)
  const truth = test.map((i) => labels[i] ?? false)
  return {
    supervised: auroc(
      inputs(later, false).map((row) => logOddsOf(head, row)),
      truth
    ),
    unsupervised: auroc([...ensembleScores(ensemble, later)], truth),
    n: test.length,
    bad: truth.filter(Boolean).length
  }
}

/** The e-commerce fraud set as a warning: split by time there is next to nothing to learn, split at random there is. */
export function evaluateFraud(path: string): Metric[] {
  const table = causalRows(path)
  const n = table.rows.length
  const inTime = evaluate(table, [...table.rows.keys()])
  const atRandom = evaluate(table, [...drawWithout(seededRandom(1), n, n)])
  const metric = (id: string, value: number, note: string): Metric => ({
    id: `anomaly.fraud.${id}`,
    value,
    unit: "",
    n: inTime.n,
    note
  })
  return [
    metric(
      "auroc",
      inTime.supervised,
      `last fifth in time, ${inTime.bad} frauds, head with the labels before; published by time .52 to .64`
    ),
    metric("auroc_unsupervised", inTime.unsupervised, "the same rows, no label"),
    metric(
      "auroc_random_split",
      atRandom.supervised,
      "the same method on a random split: do not believe it"
    )
  ]
}
