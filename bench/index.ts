import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { cpus, totalmem } from "node:os"
import { badgesBench } from "./badges"
import { anomalyEvaluation } from "./eval-anomaly"
import { demandEvaluation } from "./eval-demand"
import { importEvaluation } from "./eval-import"
import { listingEvaluation } from "./eval-listing"
import { readersEvaluation } from "./eval-readers"
import { recommendationEvaluation } from "./eval-recommendation"
import { serviceEvaluation } from "./eval-service"
import { forecastBench } from "./forecast"
import { forestSpeedBench } from "./forest-speed"
import { ingestBench } from "./ingest"
import { listingBench } from "./listing"

import { type Measurement, type Metric, MissingData } from "./metric"
import { pageBench } from "./page"
import { recommendBench } from "./recommend"
import { scoreBench } from "./score"
import { serviceBench } from "./service-speed"
import { wakeBench } from "./wake"

const registry: Record<string, Measurement[]> = {
  eval: [
    anomalyEvaluation,
    demandEvaluation,
    importEvaluation,
    readersEvaluation,
    recommendationEvaluation,
    listingEvaluation,
    serviceEvaluation
  ],
  bench: [
    pageBench,
    wakeBench,
    scoreBench,
    listingBench,
    recommendBench,
    badgesBench,
    forestSpeedBench,
    forecastBench,
    ingestBench,
    serviceBench
  ]
}

/** The seed of the demo shop that every measurement uses. */
const seed = 20261123

function commit(): string {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim()
  } catch {
    return "unknown"
  }
}

function printTable(metrics: Metric[]): void {
  const width = Math.max(...metrics.map(({ id }) => id.length))
  for (const { id, value, unit, n, note } of metrics) {
    const shown = Number.isInteger(value) ? String(value) : value.toPrecision(4)
    console.log(
      `${id.padEnd(width)}  ${shown.padStart(10)} ${unit.padEnd(6)} n=${n}${note ? `  (${note})` : ""}`
    )
  }
}

async function main([group = "", ...rest]: string[]): Promise<number> {
  const jsonAt = rest.indexOf("--json")
  const jsonFile = jsonAt >= 0 ? rest[jsonAt + 1] : undefined
  const names = rest.filter((_, i) => jsonAt < 0 || (i !== jsonAt && i !== jsonAt + 1))
  const known = registry[group] ?? []
  const measurement = known.find(({ name }) => name === names[0])
  if (!measurement || (jsonAt >= 0 && !jsonFile)) {
    console.error(
      `Usage: npm run ${group} -- <${known.map(({ name }) => name).join("|")}> [--json FILE]`
    )
    return 2
  }
  try {
    const metrics = await measurement.run(names.slice(1))
    printTable(metrics)
    if (jsonFile) {
      const machine = `${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
      const report = {
        name: measurement.name,
        commit: commit(),
        seed,
        date: new Date().toISOString(),
        machine,
        metrics
      }
      writeFileSync(jsonFile, `${JSON.stringify(report, null, 2)}\n`)
    }
    return 0
  } catch (error) {
    if (!(error instanceof MissingData)) throw error
    if (error.metrics.length > 0) printTable(error.metrics)
    console.error(error.message)
    return 2
  }
}

process.exit(await main(process.argv.slice(2)))
