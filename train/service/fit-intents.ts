import { seededRandom } from "../../models/anomaly/random"
import { bagOf, inverseFrequency, weigh } from "../../models/service/encode"
import {
  argmax,
  IntentNet,
  type IntentShape,
  type IntentWeights
} from "../../models/service/intent-net"
import { decodeWeights } from "../../models/weights"
import { packArrays } from "../pack-arrays"
import type { Labelled } from "./datasets"
import { type Example, trainNet } from "./train-net"

/** The same for every set: what fits into 2.5 MB as int8, the embeddings narrower where classes are many. */
export const shapeFor = (outputs: number): IntentShape => ({
  deepBuckets: 16_384,
  wideBuckets: Math.min(8_192, 2 ** Math.floor(Math.log2(1_250_000 / outputs))),
  dim: outputs > 100 ? 64 : 96,
  hidden: 256,
  outputs
})

/** Texts in all epochs together: chosen on CLINC150's validation part. */
const examplesSeen = 260_000

export type Fitted = { labels: string[]; shape: IntentShape; weights: IntentWeights }

/** The words of two texts of one label, some of each left out: a third text of that label. */
function splice(first: string, second: string, random: () => number): string {
  const words = [first, second].flatMap((text) => text.split(" ").filter(() => random() >= 0.4))
  return words.length > 0 ? words.join(" ") : first
}

/** Trains on one label a text; in every epoch half of the texts are spliced with another of their label. The order of `labels` is that of the outputs. */
export function fitIntents(train: Labelled[], seed: number): Fitted {
  const epochs = Math.min(20, Math.max(6, Math.round(examplesSeen / train.length)))
  const labels = [...new Set(train.map(({ label }) => label))].sort()
  const shape = shapeFor(labels.length)
  const bags = train.map(({ text }) => bagOf(text, shape.deepBuckets))
  const idf = inverseFrequency(bags, shape.deepBuckets)
  const targets = labels.map((_, k) => Float32Array.from(labels, (__, j) => (j === k ? 1 : 0)))
  const places = train.map(({ label }) => labels.indexOf(label))
  const rows = bags.map((bag) => weigh(bag, idf))
  const byLabel = labels.map((_, k) => train.filter((__, i) => places[i] === k))
  const random = seededRandom(seed + 99)
  const examples = (): Example[] =>
    rows.map((row, i) => {
      const place = places[i] ?? 0
      const target = targets[place] ?? new Float32Array()
      const mates = byLabel[place] ?? []
      if (random() < 0.5) return { row, target }
      const mate = mates[Math.floor(random() * mates.length)]?.text ?? ""
      const text = splice(train[i]?.text ?? "", mate, random)
      return { row: weigh(bagOf(text, shape.deepBuckets), idf), target }
    })
  const weights = trainNet(shape, idf, examples, { epochs, seed, groups: [labels.length] })
  return { labels, shape, weights }
}

/** int8 tables with a scale a row, float32 vectors. */
export const packNet = ({ shape, weights }: Omit<Fitted, "labels">, temperature = 1) =>
  packArrays({
    float32: { b1: weights.b1, b2: weights.b2, temperature: Float32Array.of(temperature) },
    int8: {
      idf: { values: weights.idf, rows: 1 },
      embedding: { values: weights.embedding, rows: shape.deepBuckets },
      wide: { values: weights.wide, rows: shape.wideBuckets },
      w1: { values: weights.w1, rows: shape.hidden },
      w2: { values: weights.w2, rows: shape.outputs }
    }
  })

/** The scores of each text by a net of these weights, on the tfjs backend in use. */
export async function scoreTexts(
  { shape, weights }: Omit<Fitted, "labels">,
  texts: string[]
): Promise<Float32Array[]> {
  const net = new IntentNet(shape, weights)
  const rows = texts.map((text) => weigh(bagOf(text, shape.deepBuckets), weights.idf))
  const scores = await net.logits(rows)
  net.dispose()
  return scores
}

/** The weights as they are after packing: what a shipped model computes with. */
export async function quantized(fitted: Fitted): Promise<{ fitted: Fitted; bytes: number }> {
  const { file, weights } = packNet(fitted)
  const manifest = {
    id: "intents",
    version: "0",
    weights,
    knownAnswer: { input: [], expected: [], tolerance: 0 }
  }
  const arrays = await decodeWeights({ manifest, weights: new Uint8Array(file).buffer })
  return { fitted: { ...fitted, weights: netWeights(arrays) }, bytes: file.length }
}

/** The net's arrays out of a decoded file. */
export function netWeights(arrays: Map<string, Float32Array>): IntentWeights {
  const pick = (name: keyof IntentWeights) => arrays.get(name) ?? new Float32Array()
  return {
    idf: pick("idf"),
    embedding: pick("embedding"),
    wide: pick("wide"),
    w1: pick("w1"),
    b1: pick("b1"),
    w2: pick("w2"),
    b2: pick("b2")
  }
}

/** Share of texts whose highest score is their own label. */
export function accuracyOf(scores: Float32Array[], labels: string[], truth: Labelled[]): number {
  const right = scores.filter((row, i) => labels[argmax(row)] === truth[i]?.label)
  return right.length / truth.length
}
