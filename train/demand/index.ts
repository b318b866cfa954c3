import "@tensorflow/tfjs-backend-wasm"
import { mkdirSync, writeFileSync } from "node:fs"
import * as tf from "@tensorflow/tfjs-core"
import { networkTensors } from "../../models/demand"
import { featureCount } from "../../models/demand/features"
import { matrices, runNetwork } from "../../models/demand/network"
import { cutSeries } from "../../src/features/demand-series"
import { buyCases } from "./buy/cases"
import { fitBuy } from "./buy/fit-buy"
import { earlierFolder } from "./earlier"
import { Examples } from "./examples"
import { fitNetwork, meanLoss, type PlainWeights } from "./fit-network"
import { registerMatMulGradient } from "./matmul-gradient"
import { packageWeights, transposed } from "./package-weights"
import { Draw } from "./random"
import { trainingSets } from "./sets"
import { type DemandSet, earlier } from "./sets/set"
import { syntheticSeries } from "./synthetic"
import { vary } from "./vary"

const seed = 20_261_124
const steps = Number(process.env.PORTSIDE_STEPS ?? 4_000)
const syntheticCount = 24_000
/** One series in ten of the real sets is held out, and its newest cut before the report's windows validates. */
const heldOut = 10
const rowsOfCut = 4

/**
 * Cuts of the real sets before the windows that the evaluation reports on; every cut has a whole horizon after it. Each
 * is varied first, so that the network learns how demand moves and not which way one shop's calendar went.
 */
function addReal(sets: DemandSet[], training: Examples, validation: Examples, draw: Draw): void {
  for (const { name, series, horizon, windows } of sets) {
    const before = training.count
    const past = series.map((one) => cutSeries(one, one.y.length - windows * horizon))
    const own = past.filter((_, i) => i % heldOut !== 0)
    past.forEach((one, i) => {
      const { length } = one.y
      if (i % heldOut !== 0 || length < horizon + 8) return
      validation.add(one, length - horizon, horizon, rowsOfCut, draw)
    })
    const cuts = series.length < 500 ? 20 : 5
    for (const one of own) {
      for (let k = 0; k < cuts; k++) {
        const varied = vary(one, own, horizon, draw)
        const room = varied.series.y.length - varied.horizon - 8
        if (room < 0) continue
        // short histories are what sellers have: some cuts are early
        const length = 8 + Math.floor(room * (1 - draw.next() ** 2))
        training.add(varied.series, length, varied.horizon, rowsOfCut, draw)
      }
    }
    console.log(`  ${name}: ${training.count - before} rows from ${own.length} series`)
  }
}

/**
 * `npm run train -- demand`: invented and public series → analysis → network → int8 weights in models/demand. With
 * `--earlier` one more report's windows are left out and the files go to out/demand-earlier: settings are chosen there.
 */
export async function trainDemand(options: string[]): Promise<void> {
  const isEarlier = options.includes("--earlier")
  const sets = isEarlier ? trainingSets().map(earlier) : trainingSets()
  await tf.setBackend("wasm")
  registerMatMulGradient()
  const draw = new Draw(seed)
  const training = new Examples(260_000)
  const validation = new Examples(8_000)
  console.log("Examples:")
  addReal(sets, training, validation, draw)
  const real = training.count
  for (const { series, horizon } of syntheticSeries(seed, syntheticCount)) {
    training.add(series, series.y.length - horizon, horizon, rowsOfCut, draw)
  }
  for (const { series, horizon } of syntheticSeries(seed + 10_000_000, 500)) {
    validation.add(series, series.y.length - horizon, horizon, rowsOfCut, draw)
  }
  console.log(`  invented: ${training.count - real} rows; validation: ${validation.count} rows`)
  const weights = fitNetwork(training, validation, steps, draw)
  // a seed of its own: either part can be trained again without the other
  const buyDraw = new Draw(seed + 1)
  const cases = buyCases(buyDraw)
  const buy = fitBuy(
    [...cases.item.training, ...cases.buyer.training],
    { item: cases.item.validation, buyer: cases.buyer.validation },
    buyDraw
  )
  write(weights, buy, validation, isEarlier ? earlierFolder : "models/demand")
}

/** All arrays in the order of their names, float32. */
export function packFloats(arrays: Map<string, Float32Array>): Uint8Array {
  const names = [...arrays.keys()].sort()
  return Buffer.concat(names.map((name) => Buffer.from(arrays.get(name)?.buffer as ArrayBuffer)))
}

/** Writes the files, and says what quantization cost on the validation rows. */
function write(
  weights: PlainWeights,
  buy: Map<string, Float32Array>,
  validation: Examples,
  folder: string
): void {
  const { manifest, file, decoded } = packageWeights(weights, buy, "0.2.0")
  const exact = new Map(Object.entries(weights))
  for (const name of matrices) exact.set(name, transposed(weights[name], name))
  const tensors = networkTensors(decoded)
  const float = meanLoss(networkTensors(exact), validation)
  const int8 = meanLoss(tensors, validation)
  console.log(`Validation loss: float32 ${float.toFixed(5)}, int8 ${int8.toFixed(5)}`)
  const known = Array.from({ length: 4 }, (_, i) =>
    Array.from(validation.features.subarray(i * featureCount, (i + 1) * featureCount))
  )
  const answer = runNetwork(tensors, tf.tensor2d(known)).arraySync() as number[][]
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/weights.bin`, file)
  const knownAnswer = { input: known, expected: answer, tolerance: 1e-3 }
  writeFileSync(`${folder}/model.json`, `${JSON.stringify({ ...manifest, knownAnswer })}\n`)
  // before quantization, for the comparison in `npm run eval -- demand` only; nothing ships it
  if (folder !== earlierFolder) writeFileSync("train/demand/float32.bin", packFloats(exact))
  console.log(
    `Wrote ${folder}/weights.bin (${file.length} bytes, SHA-256 ${manifest.weights.sha256})`
  )
}
