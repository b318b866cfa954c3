import { writeFileSync } from "node:fs"
import "@tensorflow/tfjs-backend-cpu"
import * as tf from "@tensorflow/tfjs-core"
import type { ModelManifest } from "../../models/model"
import { argmax, type IntentShape } from "../../models/service/intent-net"
import { intents } from "../../src/domain/intent"
import { bestTemperature } from "./best-temperature"
import { chooseVocabulary } from "./choose-vocabulary"
import { packedScores, packNet, scoreTexts } from "./fit-intents"
import { languages } from "./grammar"
import { readPhrases } from "./phrases"
import { groups, type Mix, sellerCorpus, toClassed, toExamples } from "./seller-examples"
import { trainNet } from "./train-net"

const seed = 20261124
const epochs = 24
const mix: Mix = { templates: 6, crossings: 3 }
/** Ten languages need many grams more than wide vectors; what is left of 2.5 MB is for the dense layers. */
const shape: IntentShape = {
  rows: 61_440,
  dim: 32,
  hidden: 256,
  outputs: groups.reduce((sum, size) => sum + size, 0),
  wide: false
}

const knownTexts = [
  "Where is my order DP-104233?",
  "我想退货",
  "Die Tasse ist kaputt",
  "壊れています"
]

/** One command, the same weights for the same seed: `npm run train -- service`. */
export async function trainService(): Promise<void> {
  await tf.setBackend("cpu")
  const { training, validation } = readPhrases()
  const corpus = sellerCorpus(training, seed)
  const first = [...corpus(mix), ...corpus(mix)]
  const encoder = chooseVocabulary(toClassed(first), intents.length, shape.rows)
  const deep = trainNet(
    shape,
    (epoch) => {
      console.log(`epoch ${epoch + 1} of ${epochs}`)
      return toExamples(corpus(mix), encoder)
    },
    { epochs, seed, groups, featureDropout: 0.5 }
  )
  const fitted = { shape, encoder, weights: { ...deep, wide: new Float32Array(1) } }
  const texts = validation.map(({ text }) => text)
  const truth = validation.map(({ intent }) => intents.indexOf(intent))
  const intentScores = (rows: Float32Array[]) => rows.map((row) => row.slice(0, intents.length))
  const scores = intentScores(await scoreTexts(fitted, texts))
  const temperature = bestTemperature(scores, truth)
  const packed = packNet({ ...fitted, temperature })
  const int8 = intentScores(await packedScores(packed, texts))
  const manifest: ModelManifest = {
    id: "service",
    version: "0.3.0",
    weights: packed.weights,
    knownAnswer: {
      input: knownTexts.map((text) => Array.from(text, (_, i) => text.charCodeAt(i))),
      expected: (await packedScores(packed, knownTexts)).map((row) => [...row]),
      tolerance: 1e-3
    }
  }
  writeFileSync("models/service/weights.bin", packed.file)
  writeFileSync("models/service/model.json", `${JSON.stringify(manifest)}\n`)
  const right = (rows: Float32Array[], i: number) =>
    argmax(rows[i] ?? new Float32Array()) === truth[i]
  const share = (rows: Float32Array[], at: number[]) =>
    (at.filter((i) => right(rows, i)).length / at.length).toFixed(3)
  const all = [...truth.keys()]
  console.log(`${training.length} phrases trained on, ${validation.length} held out`)
  console.log(`temperature ${temperature.toFixed(3)}`)
  console.log(`held-out phrases: float32 ${share(scores, all)}, int8 ${share(int8, all)}`)
  for (const language of languages) {
    const at = all.filter((i) => validation[i]?.language === language)
    console.log(`  ${language} ${share(int8, at)} of ${at.length}`)
  }
  console.log(`Wrote models/service/weights.bin (${packed.file.length} bytes) and model.json`)
}
