import "@tensorflow/tfjs-backend-wasm"
import { existsSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import * as tf from "@tensorflow/tfjs-core"
import { DemandModel, networkTensors } from "../models/demand"
import { networkSizes } from "../models/demand/network"
import { bias, coverage, rmsse, type Score, wql } from "../models/demand/scores"
import type { ModelManifest } from "../models/model"
import { demandClasses } from "../src/features/demand-class"
import { earlierFolder } from "../train/demand/earlier"
import { evaluationSets, trainingSets } from "../train/demand/sets"
import { type DemandSet, earlier } from "../train/demand/sets/set"
import { parseSeries } from "../train/demand/sets/small-sets"
import { pairedRatio } from "./demand/bootstrap"
import { evaluateBuy } from "./demand/evaluate-buy"
import { evaluateSet, type SetReport } from "./demand/evaluate-set"
import { type Measurement, type Metric, MissingData } from "./metric"

/** The shipped model, or that of another folder, on a backend that is registered in this process. */
export async function loadDemand(folder = "models/demand"): Promise<DemandModel> {
  const manifest = JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelManifest
  return DemandModel.load({
    manifest,
    weights: new Uint8Array(readFileSync(`${folder}/weights.bin`)).buffer
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
    metric("wql", wql(ours), `the network alone ${wql(report.unfitted).toFixed(4)}`),
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
      `the network alone ${coverage(report.unfitted, "covered80").toFixed(3)}, ETS ${coverage(ets, "covered80").toFixed(3)}`
    ),
    metric(
      "coverage95",
      coverage(ours, "covered95"),
      `the network alone ${coverage(report.unfitted, "covered95").toFixed(3)}, ETS ${coverage(ets, "covered95").toFixed(3)}`
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

/**
 * The sets that are asked for. `--earlier`: the training sets before their reported windows, by the model that was trained
 * before these (`npm run train -- demand --earlier`): settings are chosen there.
 */
async function setsOf(args: string[]): Promise<DemandSet[]> {
  const other = otherSet(args)
  if (other) return [other]
  const only = args.includes("--set") ? args[args.indexOf("--set") + 1] : undefined
  const sets = args.includes("--earlier") ? trainingSets().map(earlier) : await evaluationSets()
  return sets.filter(({ name }) => !only || name === only)
}

async function run(args: string[] = []): Promise<Metric[]> {
  await tf.setBackend("wasm")
  const isEarlier = args.includes("--earlier")
  if (isEarlier && !existsSync(earlierFolder))
    throw new MissingData(`${earlierFolder} is missing: npm run train -- demand --earlier`)
  const model = await loadDemand(isEarlier ? earlierFolder : undefined)
  const float = isEarlier ? null : loadFloat()
  const metrics: Metric[] = []
  const losses: { int8: number; float: number }[] = []
  try {
    const sets = await setsOf(args)
    for (const set of sets) {
      const report = await evaluateSet(set, model, float)
      metrics.push(...metricsOf(set.name, report))
      if (report.float.length > 0) losses.push({ int8: wql(report.ours), float: wql(report.float) })
    }
    if (!args.some((arg) => arg.startsWith("--"))) metrics.push(...evaluateBuy(model))
  } finally {
    model.dispose()
    float?.dispose()
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
