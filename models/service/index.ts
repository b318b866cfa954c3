import { type Intent, intents, type Sentiment, sentiments } from "../../src/domain/intent"
import { sentencesOf } from "../../src/features/sentences"
import { type Model, ModelDamaged, type ModelFiles } from "../model"
import { decodeWeights } from "../weights"
import { type Correction, corrected } from "./corrections"
import { type Encoder, encode, type SparseRow } from "./encode"
import { argmax, type IntentNet, softmax } from "./intent-net"
import { messageVector } from "./message-vector"
import { encoderOf, netOf } from "./packed"

export type { Correction } from "./corrections"

export type Understanding = {
  /** What is wanted, most probable first; several when a message asks several things. Never empty. */
  intents: { intent: Intent; probability: number }[]
  /** The likeliest wishes of the whole message, five of them. */
  likely: { intent: Intent; probability: number }[]
  /** 0 calm … 1 urgent, by the words alone. */
  urgency: number
  sentiment: Sentiment
  /** Where the message lies in the net's own space; a correction keeps this and no text. */
  vector: Float32Array
}

/** Outputs: intents, calm or urgent, the mood. */
const outputs = intents.length + 2 + sentiments.length
/** A sentence adds a wish of its own only when it is this sure. */
const secondWish = 0.6
/** Small talk beside a wish is no wish. */
const smallTalk = /^(other\/|feedback\/positive)/

/** What buyers want, in ten languages and any spelling. Input is the text of a message. */
export class ServiceModel implements Model<string, Understanding> {
  readonly id = "service"
  private corrections: Correction[] = []

  private constructor(
    readonly version: string,
    private readonly net: IntentNet,
    private readonly encoder: Encoder,
    private readonly temperature: number
  ) {}

  /**
   * Checks the hash, decodes the tables and runs the known answer on the active backend. Its inputs are texts as
   * UTF-16 code units, its answers all scores.
   * @throws ModelDamaged
   */
  static async load(files: ModelFiles): Promise<ServiceModel> {
    const arrays = await decodeWeights(files)
    const array = (name: string) => {
      const found = arrays.get(name)
      if (!found) throw new ModelDamaged(`service: no array ${name}`)
      return found
    }
    const net = netOf(array)
    if (net.shape.outputs !== outputs) {
      net.dispose()
      throw new ModelDamaged("service: not these intents")
    }
    const version = `service@${files.manifest.version}+${files.manifest.weights.sha256.slice(0, 8)}`
    const encoder = encoderOf(array)
    const model = new ServiceModel(version, net, encoder, array("temperature")[0] ?? 1)
    const { input, expected, tolerance } = files.manifest.knownAnswer
    const answers = await net.logits(
      input.map((units) => model.rowOf(String.fromCharCode(...units)))
    )
    const right = expected.every((row, i) =>
      row.every((value, k) => Math.abs((answers[i]?.[k] ?? Number.NaN) - value) <= tolerance)
    )
    if (!right) {
      net.dispose()
      throw new ModelDamaged("service: the known answer is wrong on this backend")
    }
    return model
  }

  /** From now on messages like these mean what the seller said; replaces what was taught before. */
  teach(corrections: Correction[]): void {
    this.corrections = corrections
  }

  async predict(batch: string[]): Promise<Understanding[]> {
    const parts = batch.map((text) => {
      const sentences = sentencesOf(text)
      return sentences.length > 1 ? [text, ...sentences] : [text]
    })
    const rows = parts.flat().map((text) => this.rowOf(text))
    const embedded = this.net.embed(rows)
    const scores = await this.net.logits(rows, embedded)
    const vectors = parts.flat().map((text, i) => messageVector(text, embedded[i] as Float32Array))
    let at = 0
    return parts.map((texts) => {
      const start = at
      at += texts.length
      const vector = vectors[start] as Float32Array
      const probabilities = scores
        .slice(start, at)
        .map((row, i) => this.intentProbabilities(row, vectors[start + i] as Float32Array))
      const whole = scores[start] as Float32Array
      return {
        intents: wishes(probabilities),
        likely: likeliest(probabilities[0] ?? new Float32Array()),
        urgency: softmax(whole.subarray(intents.length, intents.length + 2))[1] ?? 0,
        sentiment: sentiments[argmax(whole.subarray(intents.length + 2))] ?? "neutral",
        vector
      }
    })
  }

  dispose(): void {
    this.net.dispose()
  }

  private rowOf(text: string): SparseRow {
    return encode(text, this.encoder)
  }

  private intentProbabilities(scores: Float32Array, vector: Float32Array): Float32Array {
    const own = softmax(scores.subarray(0, intents.length), this.temperature)
    return corrected(own, vector, this.corrections)
  }
}

const likeliest = (probabilities: Float32Array): Understanding["likely"] =>
  intents
    .map((intent, place) => ({ intent, probability: probabilities[place] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 5)

/** The message's own wish, and those of its sentences that are sure of another. */
function wishes([whole, ...sentences]: Float32Array[]): Understanding["intents"] {
  const found = new Map<number, number>()
  const add = (probabilities: Float32Array, place: number) =>
    found.set(place, Math.max(found.get(place) ?? 0, probabilities[place] ?? 0))
  if (whole) add(whole, argmax(whole))
  for (const probabilities of sentences) {
    const place = argmax(probabilities)
    const small = smallTalk.test(intents[place] ?? "")
    if (!small && (probabilities[place] ?? 0) >= secondWish) add(probabilities, place)
  }
  const all = [...found].map(([place, probability]) => ({
    intent: intents[place] as Intent,
    probability
  }))
  const real = all.filter(({ intent }) => !smallTalk.test(intent))
  return (real.length > 0 ? real : all).sort((a, b) => b.probability - a.probability)
}
