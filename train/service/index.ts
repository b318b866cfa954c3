import { mkdirSync, writeFileSync } from "node:fs"
import "@tensorflow/tfjs-backend-cpu"
import * as tf from "@tensorflow/tfjs-core"
import type { ModelManifest } from "../../models/model"
import { bagOf, inverseFrequency } from "../../models/service/encode"
import { argmax, softmax } from "../../models/service/intent-net"
import { decodeWeights } from "../../models/weights"
import { type Intent, intents } from "../../src/domain/intent"
import { netWeights, packNet, scoreTexts, shapeFor } from "./fit-intents"
import { languages } from "./grammar"
import { labelledTexts } from "./labelled-texts"
import { groups, sellerCorpus, toExamples } from "./seller-examples"
import { trainNet } from "./train-net"

const seed = 20261124
const epochs = 14
const perIntent = 24

/** Messages of `validation/<language>.txt`: "# intent", then texts. They set the temperature and train nothing. */
export function validationMessages(): { language: string; intent: Intent; text: string }[] {
  return languages.flatMap((language) =>
    labelledTexts(new URL(`validation/${language}.txt`, import.meta.url)).map((message) => ({
      language,
      ...message
    }))
  )
}

/** The temperature at which the validation texts are least surprising (Guo et al. 2017). */
function bestTemperature(scores: Float32Array[], truth: number[]): number {
  const surprise = (temperature: number) =>
    scores.reduce((sum, row, i) => sum - Math.log(softmax(row, temperature)[truth[i] ?? 0] ?? 1), 0)
  const candidates = Array.from({ length: 40 }, (_, i) => 0.3 * 1.07 ** i)
  return candidates.reduce((best, one) => (surprise(one) < surprise(best) ? one : best))
}

/** One command, the same weights for the same seed: `npm run train -- service`. */
export async function trainService(): Promise<void> {
  await tf.setBackend("cpu")
  const shape = shapeFor(groups.reduce((sum, size) => sum + size, 0))
  const corpus = sellerCorpus(seed)
  const first = corpus(perIntent * 2)
  const idf = inverseFrequency(
    first.map(({ text }) => bagOf(text, shape.deepBuckets)),
    shape.deepBuckets
  )
  const weights = trainNet(
    shape,
    idf,
    (epoch) => {
      console.log(`epoch ${epoch + 1} of ${epochs}`)
      return toExamples(corpus(perIntent), shape.deepBuckets, idf)
    },
    { epochs, seed, groups }
  )
  const validation = validationMessages()
  const texts = validation.map(({ text }) => text)
  const intentScores = (rows: Float32Array[]) => rows.map((row) => row.slice(0, intents.length))
  const scores = intentScores(await scoreTexts({ shape, weights }, texts))
  const truth = validation.map(({ intent }) => intents.indexOf(intent))
  const temperature = bestTemperature(scores, truth)
  const { file, weights: described } = packNet({ shape, weights }, temperature)
  const knownTexts = [
    "Where is my order DP-104233?",
    "我想退货",
    "Die Tasse ist kaputt",
    "壊れています"
  ]
  const manifest: ModelManifest = {
    id: "service",
    version: "0.1.0",
    weights: described,
    knownAnswer: { input: [], expected: [], tolerance: 1e-3 }
  }
  const decoded = await decodeWeights({
    manifest,
    weights: new Uint8Array(file).buffer
  })
  const int8 = netWeights(decoded)
  const known = await scoreTexts({ shape, weights: int8 }, knownTexts)
  manifest.knownAnswer.input = knownTexts.map((text) =>
    Array.from(text, (_, i) => text.charCodeAt(i))
  )
  manifest.knownAnswer.expected = known.map((row) => [...row])
  mkdirSync("models/service", { recursive: true })
  writeFileSync("models/service/weights.bin", file)
  writeFileSync("models/service/model.json", `${JSON.stringify(manifest)}\n`)
  const accuracy = (rows: Float32Array[]) =>
    rows.filter((row, i) => argmax(row) === truth[i]).length / rows.length
  console.log(`temperature ${temperature.toFixed(3)}`)
  console.log(`validation accuracy: float32 ${accuracy(scores).toFixed(4)}`)
  console.log(
    `                     int8    ${accuracy(intentScores(await scoreTexts({ shape, weights: int8 }, texts))).toFixed(4)}`
  )
  for (const language of languages) {
    const at = validation.flatMap((one, i) => (one.language === language ? [i] : []))
    const right = at.filter((i) => argmax(scores[i] ?? new Float32Array()) === truth[i]).length
    console.log(`  ${language} ${(right / at.length).toFixed(3)} of ${at.length}`)
  }
  console.log(`Wrote models/service/weights.bin (${file.length} bytes) and model.json`)
}
