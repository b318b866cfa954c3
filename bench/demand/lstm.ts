import * as tf from "@tensorflow/tfjs-core"
import type { BuyCase } from "../../train/demand/buy/cases"
import type { Draw } from "../../train/demand/random"

const units = 128
const embedding = 32
/** Weeks that are read, oldest first; weeks before the first purchase are a word of their own. */
const weeks = 26
const words = 10
const settings = { batch: 256, rate: 0.002, epochs: 2 }

/** A week as a word: 0 not there yet, 1 nothing bought, then one word a doubling of the units. */
function wordsOf({ history }: BuyCase): number[] {
  const { weeks: values } = history
  return Array.from({ length: weeks }, (_, i) => {
    const t = values.length - weeks + i
    if (t < 0) return 0
    const bought = values[t] as number
    return bought <= 0 ? 1 : Math.min(words - 1, 2 + Math.floor(Math.log2(bought)))
  })
}

type Weights = Record<"embed" | "kernel" | "bias" | "out" | "outBias", tf.Variable>

/** The embedding as a product with one-hot words: the backend has no gradient of a look-up. */
function logits(weights: Weights, batch: number[][]): tf.Tensor2D {
  const rows = batch.length
  let hidden: tf.Tensor2D = tf.zeros([rows, units])
  let cell: tf.Tensor2D = tf.zeros([rows, units])
  for (let t = 0; t < weeks; t++) {
    const oneHot = tf.oneHot(
      tf.tensor1d(
        batch.map((word) => word[t] as number),
        "int32"
      ),
      words
    )
    const x = tf.matMul(
      tf.cast(oneHot, "float32") as tf.Tensor2D,
      weights.embed as unknown as tf.Tensor2D
    )
    const gates = tf.add(
      tf.matMul(tf.concat([x, hidden], 1) as tf.Tensor2D, weights.kernel as unknown as tf.Tensor2D),
      weights.bias
    )
    const [input, forget, candidate, output] = tf.split(gates, 4, 1) as [
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D
    ]
    cell = tf.add(tf.mul(tf.sigmoid(forget), cell), tf.mul(tf.sigmoid(input), tf.tanh(candidate)))
    hidden = tf.mul(tf.sigmoid(output), tf.tanh(cell))
  }
  return tf.add(tf.matMul(hidden, weights.out as unknown as tf.Tensor2D), weights.outBias)
}

/**
 * The model of the mission's source rebuilt: Embedding → LSTM 128 → Dense 1 with a sigmoid, trained by cross-entropy on the
 * same cases. Returns chances for the cases of each list in `asked`.
 */
export function lstmChances(training: BuyCase[], asked: BuyCase[][], draw: Draw): number[][] {
  const variable = (rows: number, columns: number) =>
    tf.variable(
      tf.tensor2d(
        Float32Array.from({ length: rows * columns }, () => draw.normal() * Math.sqrt(1 / rows)),
        [rows, columns]
      )
    )
  const bias = new Float32Array(4 * units)
  bias.fill(1, units, 2 * units)
  const weights: Weights = {
    embed: variable(words, embedding),
    kernel: variable(embedding + units, 4 * units),
    bias: tf.variable(tf.tensor1d(bias)),
    out: variable(units, 1),
    outBias: tf.variable(tf.zeros([1]))
  }
  const optimizer = tf.train.adam(settings.rate)
  const read = training.map(wordsOf)
  const steps = Math.floor((training.length / settings.batch) * settings.epochs)
  for (let step = 0; step < steps; step++) {
    Object.assign(optimizer, { learningRate: settings.rate * (1 - (0.9 * step) / steps) })
    const chosen = Array.from({ length: settings.batch }, () =>
      Math.floor(draw.next() * training.length)
    )
    tf.tidy(() => {
      const labels = tf.tensor2d(chosen.map((row) => [training[row]?.bought ?? 0]))
      optimizer.minimize(() => {
        const logit = logits(
          weights,
          chosen.map((row) => read[row] ?? [])
        )
        return tf.mean(tf.sub(tf.softplus(logit), tf.mul(logit, labels))) as tf.Scalar
      })
    })
  }
  const answers = asked.map((cases) => {
    const chances: number[] = []
    for (let start = 0; start < cases.length; start += 1_000) {
      const part = cases.slice(start, start + 1_000).map(wordsOf)
      chances.push(...tf.tidy(() => Array.from(tf.sigmoid(logits(weights, part)).dataSync())))
    }
    return chances
  })
  for (const one of Object.values(weights)) one.dispose()
  optimizer.dispose()
  return answers
}
