import { seededRandom } from "../../models/anomaly/random"
import { type Encoder, encode, type SparseRow } from "../../models/service/encode"
import {
  argmax,
  IntentNet,
  type IntentShape,
  type IntentWeights,
  softmax
} from "../../models/service/intent-net"
import { encoderOf, netOf } from "../../models/service/packed"
import { decodeWeights } from "../../models/weights"
import { packArrays } from "../pack-arrays"
import { bestTemperature } from "./best-temperature"
import { chooseVocabulary } from "./choose-vocabulary"
import type { Labelled } from "./datasets"
import { fitSvm, svmScores } from "./linear-svm"
import { type DeepWeights, type Example, trainNet } from "./train-net"

/** int8 tables, a scale and a fingerprint a row, in bytes; the dense layers take the rest of 2.5 MB. */
const tableBytes = 2_380_000
const rowBytes = 11

/** The same for every set: as many grams as fit, each with an embedding and with weights of its own. */
export function shapeFor(outputs: number): IntentShape {
  const dim = 48
  const rows = Math.floor(tableBytes / (dim + outputs + rowBytes))
  return { rows: Math.min(32_768, rows), dim, hidden: 256, outputs, wide: true }
}

/** Texts in all epochs together; small sets are seen more often. */
const [fewestSeen, mostSeen] = [60_000, 260_000]
const epochsFor = (texts: number) =>
  Math.ceil(Math.max(fewestSeen / texts, Math.min(20, Math.max(6, mostSeen / texts))))

/** How much the linear part counts beside the net; at the last one it decides alone. */
const shares = [0, 1, 2, 4, 8, 16, 64]
/** Below this many texts each is held out once to choose the share, above it only every `folds`th. */
const smallSet = 2_000
const folds = 5

export type Fitted = {
  labels: string[]
  shape: IntentShape
  encoder: Encoder
  weights: IntentWeights
  temperature: number
}

/** A net with what its linear part counts. */
export type FittedSet = Fitted & { linearShare: number }

type Placed = Labelled & { place: number }
type Parts = { encoder: Encoder; deep: DeepWeights; linear: Float32Array[] }

/** The words of two texts of one label, some of each left out: a third text of that label. */
function splice(first: string, second: string, random: () => number): string {
  const words = [first, second].flatMap((text) => text.split(" ").filter(() => random() >= 0.4))
  return words.length > 0 ? words.join(" ") : first
}

/** The net and the linear part, each alone. In every epoch half of the texts are spliced with another of their label. */
function fitParts(texts: Placed[], shape: IntentShape, seed: number): Parts {
  const { outputs } = shape
  const encoder = chooseVocabulary(texts, outputs, shape.rows)
  const rows = texts.map(({ text }) => encode(text, encoder))
  const targets = Array.from({ length: outputs }, (_, place) =>
    Float32Array.from({ length: outputs }, (__, k) => (k === place ? 1 : 0))
  )
  const mates = targets.map((_, place) => texts.filter((one) => one.place === place))
  const random = seededRandom(seed + 99)
  const examples = (): Example[] =>
    texts.map(({ text, place }, i) => {
      const target = targets[place] as Float32Array
      if (random() < 0.5) return { row: rows[i] as SparseRow, target }
      const others = mates[place] ?? []
      const mate = others[Math.floor(random() * others.length)]?.text ?? text
      return { row: encode(splice(text, mate, random), encoder), target }
    })
  const epochs = epochsFor(texts.length)
  const deep = trainNet(shape, examples, { epochs, seed, groups: [outputs], featureDropout: 0.3 })
  const places = texts.map(({ place }) => place)
  const linear = fitSvm(rows, places, { classes: outputs, columns: shape.rows })
  return { encoder, deep, linear }
}

/** The net with the linear part at a share. */
function joined({ deep, linear }: Parts, shape: IntentShape, share: number): IntentWeights {
  const wide = new Float32Array(shape.rows * shape.outputs)
  linear.forEach((weights, k) => {
    for (let row = 0; row < shape.rows; row++) {
      wide[row * shape.outputs + k] = share * (weights[row] as number)
    }
  })
  return { ...deep, wide }
}

type HeldOut = { place: number; net: Float32Array; linear: Float32Array }

/** What both parts say of texts that they were not fitted on. */
async function heldOut(texts: Placed[], shape: IntentShape, seed: number): Promise<HeldOut[]> {
  const seen = new Map<number, number>()
  const foldOf = texts.map(({ place }) => {
    const count = seen.get(place) ?? 0
    seen.set(place, count + 1)
    return count % folds
  })
  const found: HeldOut[] = []
  for (let fold = 0; fold < (texts.length < smallSet ? folds : 1); fold++) {
    const rest = texts.filter((_, i) => foldOf[i] !== fold)
    const held = texts.filter((_, i) => foldOf[i] === fold)
    const parts = fitParts(rest, shape, seed)
    const rows = held.map(({ text }) => encode(text, parts.encoder))
    const net = new IntentNet(
      { ...shape, wide: false },
      { ...parts.deep, wide: new Float32Array() }
    )
    const scores = await net.logits(rows)
    net.dispose()
    held.forEach(({ place }, i) => {
      const linear = svmScores(parts.linear, rows[i] as SparseRow)
      found.push({ place, net: scores[i] as Float32Array, linear })
    })
  }
  return found
}

const blend = ({ net, linear }: HeldOut, share: number) =>
  net.map((score, k) => score + share * (linear[k] as number))

/** The share at which most held-out texts are right; of equals the one that is least surprised. */
function bestShare(held: HeldOut[]): number {
  const judged = shares.map((share) => {
    const scores = held.map((one) => blend(one, share))
    const right = scores.filter((row, i) => argmax(row) === held[i]?.place).length
    return { share, right }
  })
  // neighbours are averaged, so that a lucky share does not win
  const smooth = judged.map(
    ({ right }, i) => 2 * right + (judged[i - 1]?.right ?? right) + (judged[i + 1]?.right ?? right)
  )
  return shares[argmax(Float32Array.from(smooth))] ?? 0
}

/**
 * Fits the net and a linear SVM over the same grams, and joins them at the share that serves held-out texts of the same
 * file best; the temperature comes from the same texts. The order of `labels` is that of the outputs.
 */
export async function fitIntents(train: Labelled[], seed: number): Promise<FittedSet> {
  const labels = [...new Set(train.map(({ label }) => label))].sort()
  const placeOf = new Map(labels.map((label, place) => [label, place]))
  const texts = train.map((one) => ({ ...one, place: placeOf.get(one.label) ?? 0 }))
  const shape = shapeFor(labels.length)
  const held = await heldOut(texts, shape, seed)
  const share = bestShare(held)
  const temperature = bestTemperature(
    held.map((one) => blend(one, share)),
    held.map(({ place }) => place)
  )
  const parts = fitParts(texts, shape, seed)
  const weights = joined(parts, shape, share)
  return { labels, shape, encoder: parts.encoder, weights, temperature, linearShare: share }
}

/** int8 tables with a scale a row, uint16 fingerprints, float32 vectors. */
export const packNet = ({ shape, encoder, weights, temperature }: Omit<Fitted, "labels">) =>
  packArrays({
    float32: { b1: weights.b1, b2: weights.b2, temperature: Float32Array.of(temperature) },
    uint16: { vocabulary: encoder.vocabulary.slots },
    int8: {
      idf: { values: encoder.idf, rows: 1 },
      embedding: { values: weights.embedding, rows: shape.rows },
      wide: { values: weights.wide, rows: shape.wide ? shape.rows : 1 },
      direct: { values: weights.direct, rows: shape.outputs },
      w1: { values: weights.w1, rows: shape.hidden },
      w2: { values: weights.w2, rows: shape.outputs }
    }
  })

/** The scores of each text, on the tfjs backend in use. */
export async function scoreTexts(
  { shape, encoder, weights }: Pick<Fitted, "shape" | "encoder" | "weights">,
  texts: string[]
): Promise<Float32Array[]> {
  const net = new IntentNet(shape, weights)
  const scores = await net.logits(texts.map((text) => encode(text, encoder)))
  net.dispose()
  return scores
}

/** The scores of each text by a packed file: what a shipped model computes with. */
export async function packedScores(
  { file, weights }: ReturnType<typeof packNet>,
  texts: string[]
): Promise<Float32Array[]> {
  const manifest = {
    id: "intents",
    version: "0",
    weights,
    knownAnswer: { input: [], expected: [], tolerance: 0 }
  }
  const arrays = await decodeWeights({ manifest, weights: new Uint8Array(file).buffer })
  const array = (name: string) => arrays.get(name) ?? new Float32Array()
  const [net, encoder] = [netOf(array), encoderOf(array)]
  const scores = await net.logits(texts.map((text) => encode(text, encoder)))
  net.dispose()
  return scores
}

/** Share of texts whose highest score is their own label. */
export function accuracyOf(scores: Float32Array[], labels: string[], truth: Labelled[]): number {
  const right = scores.filter((row, i) => labels[argmax(row)] === truth[i]?.label)
  return right.length / truth.length
}

/** How sure the highest score is. */
export const sureness = (scores: Float32Array, temperature: number): number =>
  Math.max(...softmax(scores, temperature))
