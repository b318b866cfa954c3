import "@tensorflow/tfjs-backend-wasm"
import { existsSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import * as tf from "@tensorflow/tfjs-core"
import { DemandModel, networkTensors } from "../models/demand"
import { networkSizes } from "../models/demand/network"
import { bias, coverage, rmsse, type Score, wql } from "../models/demand/scores"
import type { ModelManifest } from "../models/model"
import { demandClasses } from "../src/features/demand-class"
import { evaluationSets } from "../train/demand/sets"
import type { DemandSet } from "../train/demand/sets/set"
import { parseSeries } from "../train/demand/sets/small-sets"
import { pairedRatio } from "./demand/bootstrap"
import { evaluateBuy } from "./demand/evaluate-buy"
import { evaluateSet, type SetReport } from "./demand/evaluate-set"
import { type Measurement, type Metric, MissingData } from "./metric"

/** The shipped model on a backend that is registered in this process. */
export async function loadShippedDemand(): Promise<DemandModel> {
  const manifest = JSON.parse(readFileSync("models/demand/model.json", "utf8")) as ModelManifest
  return DemandModel.load({
    manifest,
    weights: new Uint8Array(readFileSync("models/demand/weights.bin")).buffer
  })
}

/** The weights before quantization, kept beside the trainer for this comparison only. */
function loadFloat(): DemandModel {
  const { buffer } = new Uint8Array(readFileSync("train/demand/float32.bin"))
  const arrays = new Map<string, Float32Array>()
  let place = 0
  for (const name of Object.keys(networkSizes).sort()) {
    const size = networkSizes[name as keyof typeof networkSizes]
    arrays.set(name, new Float32Array(buffer, place, size))
    place += 4 * size
  }
  return new DemandModel("float32", networkTensors(arrays))
}

const interval = ([low, high]: [number, number]) => `${low.toFixed(3)}…${high.toFixed(3)}`

function metricsOf(name: string, report: SetReport): Metric[] {
  const { ours, ets, members } = report
  const metric = (id: string, value: number, note?: string): Metric => ({
    id: `demand.${name}.${id}`,
    value,
    unit: "",
    n: ours.length,
    ...(note ? { note } : {})
  })
  const byWql = Object.entries(members).sort(([, a], [, b]) => wql(a) - wql(b))
  const byRmsse = Object.entries(members).sort(([, a], [, b]) => rmsse(a) - rmsse(b))
  const [bestName, best] = byWql[0] as [string, Score[]]
  const [pointName, point] = byRmsse[0] as [string, Score[]]
  const out = [
    metric("wql", wql(ours), `without calibration ${wql(report.uncalibrated).toFixed(4)}`),
    metric("wql_ets", wql(ets)),
    metric(
      "wql_ratio",
      wql(ours) / wql(ets),
      `95 % interval ${interval(pairedRatio(ours, ets, wql))}`
    ),
    metric("wql_best_pool", wql(best), bestName),
    metric(
      "wql_ratio_best_pool",
      wql(ours) / wql(best),
      `95 % interval ${interval(pairedRatio(ours, best, wql))}`
    ),
    metric("rmsse", rmsse(ours)),
    metric("rmsse_ets", rmsse(ets)),
    metric(
      "rmsse_ratio",
      rmsse(ours) / rmsse(ets),
      `95 % interval ${interval(pairedRatio(ours, ets, rmsse))}`
    ),
    metric("rmsse_best_pool", rmsse(point), pointName),
    metric("bias", bias(ours), `ETS ${bias(ets).toFixed(3)}`),
    metric(
      "coverage80",
      coverage(ours, "covered80"),
      `without calibration ${coverage(report.uncalibrated, "covered80").toFixed(3)}, ETS ${coverage(ets, "covered80").toFixed(3)}`
    ),
    metric(
      "coverage95",
      coverage(ours, "covered95"),
      `without calibration ${coverage(report.uncalibrated, "covered95").toFixed(3)}, ETS ${coverage(ets, "covered95").toFixed(3)}`
    )
  ]
  for (const one of demandClasses) {
    const own = ours.filter((_, i) => report.classes[i] === one)
    if (own.length < 20) continue
    out.push({ ...metric(`coverage80.${one}`, coverage(own, "covered80")), n: own.length })
    out.push({ ...metric(`coverage95.${one}`, coverage(own, "covered95")), n: own.length })
  }
  return out
}

/** `--series FILE.jsonl[.gz] --h N`: any other set, its last N steps held out. */
function otherSet(args: string[]): DemandSet | null {
  const argument = (flag: string) => args[args.indexOf(flag) + 1] ?? ""
  if (!args.includes("--series")) return null
  const file = argument("--series")
  const horizon = Number(argument("--h"))
  if (!existsSync(file)) throw new MissingData(`--series: ${file || "a file"} is not there`)
  if (!args.includes("--h") || !Number.isInteger(horizon) || horizon < 1)
    throw new MissingData("--h: a whole number of steps, 1 or more")
  const bytes = readFileSync(file)
  const series = parseSeries(file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
  return { name: "series", ship: false, horizon, windows: 1, series }
}

async function run(args: string[] = []): Promise<Metric[]> {
  await tf.setBackend("wasm")
  const model = await loadShippedDemand()
  const float = loadFloat()
  const metrics: Metric[] = []
  const losses: { int8: number; float: number }[] = []
  try {
    const other = otherSet(args)
    const only = args.includes("--set") ? args[args.indexOf("--set") + 1] : undefined
    const sets = other
      ? [other]
      : (await evaluationSets()).filter(({ name }) => !only || name === only)
    for (const set of sets) {
      const report = await evaluateSet(set, model, float)
      metrics.push(...metricsOf(set.name, report))
      if (report.float.length > 0) losses.push({ int8: wql(report.ours), float: wql(report.float) })
    }
    if (!other && !only) metrics.push(...evaluateBuy(model))
  } finally {
    model.dispose()
    float.dispose()
  }
  if (losses.length > 0) {
    const worst = Math.max(...losses.map(({ int8, float }) => int8 / float - 1))
    const mean = losses.reduce((sum, { int8, float }) => sum + int8 / float - 1, 0) / losses.length
    metrics.push({
      id: "demand.quant_loss",
      value: mean,
      unit: "",
      n: losses.length,
      note: `relative WQL, int8 over float32; worst set ${worst.toFixed(5)}`
    })
  }
  return metrics
}

/** The shipped forecaster and all its rivals on the last windows of every set. */
export const demandEvaluation: Measurement = { name: "demand", run }
