import { mkdirSync, writeFileSync } from "node:fs"
import { auroc } from "../../bench/ranking"
import { signalNames } from "../../models/anomaly/fit"
import type { NetworkWeights } from "../../models/anomaly/network"
import { networkInputs } from "../../models/anomaly/network-input"
import { orderFeatures } from "../../src/features/order-features"
import { type Example, examplesOf } from "./examples"
import { trainHead } from "./head"
import { networkAnswer, networkScore, trainNetwork } from "./network"
import { packageWeights } from "./package-weights"
import { makeWorld, views, type World } from "./worlds"

const features = orderFeatures.length
const seed = 7
/** Never the demo shop's seed (20261123) nor those of the evaluation (300 and up). */
const trainingSeeds = Array.from({ length: 40 }, (_, i) => 101 + i)
const validationSeeds = [201, 202, 203]
const headSeeds = [211, 212, 213, 214, 215, 216]

const sizes = [3_000, 8_000, 14_000] as const
const shares = [0.012, 0.025, 0.04] as const

/** The last share is the natural one, for the head: its probabilities must come out right. */
function worldsOf(seeds: number[], share?: number): World[] {
  return seeds.map((worldSeed, i) => {
    const orders = sizes[i % sizes.length] ?? 5_000
    const anomalyShare = share ?? shares[(i >> 1) % shares.length] ?? 0.02
    // half of the shops show everything, the others what a list shows
    const view = i % 2 === 0 ? "full" : (views[1 + ((i >> 1) % 2)] ?? "list")
    const informed = share === undefined && i % 4 < 2
    console.log(`  shop ${worldSeed}: ${orders} orders, ${view}${informed ? ", informed" : ""}`)
    return makeWorld({ seed: worldSeed, orders, anomalyShare, view, informed })
  })
}

const score = (examples: Example[], answer: (input: Float32Array) => number) =>
  auroc(
    examples.map(({ input }) => answer(input)),
    examples.map(({ risk }) => risk >= 0)
  )

/** Trains without one kind of anomaly and asks how well that kind is found: what carries over to unknown kinds. */
function leaveOneKindOut(training: Example[], validation: Example[], all: NetworkWeights): void {
  const kinds = [...new Set(training.flatMap(({ kind }) => kind ?? []))].sort()
  console.log("AUROC of each kind, by a network that never saw it / that saw it:")
  for (const kind of kinds) {
    const rest = training.filter((one) => one.kind !== kind)
    const without = trainNetwork(rest, networkInputs, seed, 600)
    const of = validation.filter((one) => one.kind === kind || one.kind === null)
    const unseen = score(of, (input) => networkScore(without, input))
    const seen = score(of, (input) => networkScore(all, input))
    console.log(
      `  ${kind.padEnd(28)} ${unseen.toFixed(3)} / ${seen.toFixed(3)}  n=${of.filter(({ risk }) => risk >= 0).length}`
    )
  }
}

/** `npm run train -- anomaly`: invented shops → features → network → head → int8 weights in models/anomaly. */
export async function trainAnomaly(): Promise<void> {
  console.log("Shops for training:")
  const training = worldsOf(trainingSeeds).flatMap(examplesOf)
  console.log("Shops for validation:")
  const validation = worldsOf(validationSeeds).flatMap(examplesOf)
  const weights = trainNetwork(training, networkInputs, seed)
  const known = [
    ...validation.slice(0, 4),
    ...validation.filter(({ risk }) => risk >= 0).slice(0, 4)
  ].map(({ input }) => [...input])
  const pack = (head: Float32Array) => packageWeights(weights, head, "0.3.0", known, networkAnswer)
  const draft = pack(Float32Array.from({ length: signalNames.length + 1 }))
  console.log("Shops for the head, which the network has not seen:")
  const files = { manifest: draft.manifest, weights: new Uint8Array(draft.weights).buffer }
  const head = await trainHead(files, worldsOf(headSeeds, 0.012))
  console.log(
    `Head: bias ${head[0]?.toFixed(3)}, ${signalNames.map((name, i) => `${name} ${head[i + 1]?.toFixed(3)}`).join(", ")}`
  )
  const { manifest, weights: file, decoded } = pack(head)
  mkdirSync("models/anomaly", { recursive: true })
  writeFileSync("models/anomaly/weights.bin", file)
  writeFileSync("models/anomaly/model.json", `${JSON.stringify(manifest)}\n`)
  const tailSum = (input: Float32Array) =>
    [...input.subarray(0, features)]
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((a, b) => a + b, 0)
  console.log(
    `Examples: ${training.length} for training, ${validation.length} for validation (other shops)`
  )
  const report = (name: string, value: number) =>
    console.log(`  ${name.padEnd(36)} ${value.toFixed(4)}`)
  console.log("Validation AUROC:")
  report(
    "float32",
    score(validation, (input) => networkScore(weights, input))
  )
  report(
    "int8",
    score(validation, (input) => networkScore(decoded, input))
  )
  report("three largest tails, no network", score(validation, tailSum))
  leaveOneKindOut(training, validation, weights)
  console.log(`Wrote models/anomaly/weights.bin (${file.length} bytes) and model.json`)
}
