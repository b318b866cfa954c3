import { anyKind } from "../../models/anomaly/fit"
import { type NetworkWeights, networkShape } from "../../models/anomaly/network"
import { seededRandom } from "../../models/anomaly/random"

/** `risk` is the index of the kind, −1 for an ordinary order. */
export type NetworkExample = { input: Float32Array; risk: number }

type Layer = { weight: Float32Array; bias: Float32Array; inputs: number; outputs: number }

const adam = { rate: 0.003, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }
const batchSize = 256
/**
 * No weight may fall below zero, so that a greater surprise never lowers the score of any kind: a free network
 * learnt to call every kind of anomaly that it had not seen normal (AUROC 0.23 to 0.48 for four of nine kinds). In
 * the first layer every feature keeps a little say.
 */
const leastWeight = 0.01

function makeLayer(inputs: number, outputs: number, random: () => number): Layer {
  const bound = Math.sqrt(6 / (inputs + outputs))
  const weight = Float32Array.from({ length: inputs * outputs }, () => random() * bound)
  return { weight, bias: new Float32Array(outputs), inputs, outputs }
}

function forward(
  { weight, bias, inputs, outputs }: Layer,
  x: Float32Array,
  last: boolean
): Float32Array {
  const y = new Float32Array(outputs)
  for (let o = 0; o < outputs; o++) {
    let sum = bias[o] ?? 0
    for (let i = 0; i < inputs; i++) sum += (weight[o * inputs + i] ?? 0) * (x[i] ?? 0)
    y[o] = last ? sum : Math.max(0, sum)
  }
  return y
}

/** One step of Adam (Kingma and Ba 2015) over one array. */
function adamStep(
  array: Float32Array,
  gradient: Float32Array,
  moments: [Float32Array, Float32Array],
  step: number,
  rateNow: number
): void {
  const [first, second] = moments
  const rate = (rateNow * Math.sqrt(1 - adam.beta2 ** step)) / (1 - adam.beta1 ** step)
  for (let i = 0; i < array.length; i++) {
    const g = gradient[i] ?? 0
    first[i] = adam.beta1 * (first[i] ?? 0) + (1 - adam.beta1) * g
    second[i] = adam.beta2 * (second[i] ?? 0) + (1 - adam.beta2) * g * g
    array[i] =
      (array[i] ?? 0) - (rate * (first[i] ?? 0)) / (Math.sqrt(second[i] ?? 0) + adam.epsilon)
  }
}

/** Softmax over the kinds and "ordinary", whose log-odds are 0; the gradient of the cross-entropy of each kind. */
function lossGradient(logits: Float32Array, risk: number): Float32Array {
  const peak = Math.max(0, ...logits)
  const powers = logits.map((value) => Math.exp(value - peak))
  const total = powers.reduce((sum, value) => sum + value, Math.exp(-peak))
  return powers.map((power, kind) => power / total - (kind === risk ? 1 : 0))
}

/**
 * Trains the network by cross-entropy over ordinary orders and kinds; every batch is half anomalies, all kinds
 * alike, so that the one in a hundred is seen at all. Plain loops: the net has two thousand weights.
 */
export function trainNetwork(
  examples: NetworkExample[],
  inputs: number,
  seed: number,
  steps = 8_000
): NetworkWeights {
  const random = seededRandom(seed)
  const { hidden1, hidden2, outputs } = networkShape
  const layers = [
    makeLayer(inputs, hidden1, random),
    makeLayer(hidden1, hidden2, random),
    makeLayer(hidden2, outputs, random)
  ]
  const moments = layers.map(({ weight, bias }) =>
    [weight, bias].map(
      (array) =>
        [new Float32Array(array.length), new Float32Array(array.length)] as [
          Float32Array,
          Float32Array
        ]
    )
  )
  const usual = examples.filter(({ risk }) => risk < 0)
  const byKind = Array.from({ length: outputs }, (_, kind) =>
    examples.filter(({ risk }) => risk === kind)
  ).filter((some) => some.length > 0)
  const pick = <T>(from: T[]): T | undefined => from[Math.floor(random() * from.length)]
  for (let step = 1; step <= steps; step++) {
    const gradients = layers.map(
      ({ weight, bias }) =>
        [new Float32Array(weight.length), new Float32Array(bias.length)] as const
    )
    for (let b = 0; b < batchSize; b++) {
      const example = pick(b % 2 === 0 ? (pick(byKind) ?? []) : usual)
      if (!example) throw new Error("no example of a class")
      const activations = [example.input]
      layers.forEach((layer, l) => {
        activations.push(forward(layer, activations[l] ?? example.input, l === layers.length - 1))
      })
      let delta = lossGradient(activations.at(-1) ?? new Float32Array(), example.risk)
      for (let l = layers.length - 1; l >= 0; l--) {
        const layer = layers[l]
        const [weightGradient, biasGradient] = gradients[l] ?? []
        const x = activations[l]
        if (!layer || !weightGradient || !biasGradient || !x) break
        const back = new Float32Array(layer.inputs)
        for (let o = 0; o < layer.outputs; o++) {
          const d = delta[o] ?? 0
          biasGradient[o] = (biasGradient[o] ?? 0) + d / batchSize
          for (let i = 0; i < layer.inputs; i++) {
            const at = o * layer.inputs + i
            weightGradient[at] = (weightGradient[at] ?? 0) + (d * (x[i] ?? 0)) / batchSize
            back[i] = (back[i] ?? 0) + d * (layer.weight[at] ?? 0)
          }
        }
        delta = back.map((value, i) => (l > 0 && (x[i] ?? 0) > 0 ? value : 0))
      }
    }
    layers.forEach((layer, l) => {
      const [weightGradient, biasGradient] = gradients[l] ?? []
      const [weightMoments, biasMoments] = moments[l] ?? []
      if (!weightGradient || !biasGradient || !weightMoments || !biasMoments) return
      // cosine decay (Loshchilov and Hutter 2017): large steps first, fine ones in the end
      const rate = 0.5 * adam.rate * (1 + Math.cos((Math.PI * step) / (steps + 1)))
      adamStep(layer.weight, weightGradient, weightMoments, step, rate)
      adamStep(layer.bias, biasGradient, biasMoments, step, rate)
      for (let i = 0; i < layer.weight.length; i++) {
        layer.weight[i] = Math.max(l === 0 ? leastWeight : 0, layer.weight[i] ?? 0)
      }
    })
  }
  const [first, second, third] = layers
  if (!first || !second || !third) throw new Error("a layer is missing")
  return {
    w1: first.weight,
    b1: first.bias,
    w2: second.weight,
    b2: second.bias,
    w3: third.weight,
    b3: third.bias
  }
}

/** Log-odds of each kind in plain loops, for the known answer and for validation. */
export function networkAnswer(weights: NetworkWeights, input: Float32Array): Float32Array {
  const layer = (weight: Float32Array, bias: Float32Array): Layer => ({
    weight,
    bias,
    inputs: weight.length / bias.length,
    outputs: bias.length
  })
  const one = forward(layer(weights.w1, weights.b1), input, false)
  const two = forward(layer(weights.w2, weights.b2), one, false)
  return forward(layer(weights.w3, weights.b3), two, true)
}

/** Log-odds of any kind. */
export const networkScore = (weights: NetworkWeights, input: Float32Array): number =>
  anyKind(networkAnswer(weights, input))
