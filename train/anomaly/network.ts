import { anyKind } from "../../models/anomaly/fit"
import { type NetworkWeights, networkShape } from "../../models/anomaly/network"
import { seededRandom } from "../../models/anomaly/random"

/** `risk` is the index of the kind, −1 for an ordinary order. */
export type NetworkExample = { input: Float32Array; risk: number }

/** Weights by input, [in × out]: an input of 0, and most are, is then skipped as a whole. */
type Layer = {
  inputs: number
  outputs: number
  weight: Float32Array
  bias: Float32Array
  weightGradient: Float32Array
  biasGradient: Float32Array
  moments: Record<"weight" | "bias", [Float32Array, Float32Array]>
  /** Of the example at hand. */
  x: Float32Array
  y: Float32Array
  delta: Float32Array
}

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
  const size = inputs * outputs
  return {
    inputs,
    outputs,
    weight: Float32Array.from({ length: size }, () => random() * bound),
    bias: new Float32Array(outputs),
    weightGradient: new Float32Array(size),
    biasGradient: new Float32Array(outputs),
    moments: {
      weight: [new Float32Array(size), new Float32Array(size)],
      bias: [new Float32Array(outputs), new Float32Array(outputs)]
    },
    x: new Float32Array(inputs),
    y: new Float32Array(outputs),
    delta: new Float32Array(outputs)
  }
}

/** y = x·W + b, cut off at 0 but in the last layer. */
function forward(layer: Layer, x: Float32Array, last: boolean): Float32Array {
  const { weight, bias, inputs, outputs, y } = layer
  layer.x = x
  y.set(bias)
  for (let i = 0; i < inputs; i++) {
    const value = x[i] as number
    if (value === 0) continue
    const row = i * outputs
    for (let o = 0; o < outputs; o++) y[o] = (y[o] as number) + value * (weight[row + o] as number)
  }
  if (!last) for (let o = 0; o < outputs; o++) if ((y[o] as number) < 0) y[o] = 0
  return y
}

/** Adds the gradients of one example; `back`, where given, gets the gradient of the layer's input. */
function backward(layer: Layer, back: Float32Array | undefined): void {
  const { weight, weightGradient, biasGradient, inputs, outputs, x, delta } = layer
  for (let o = 0; o < outputs; o++)
    biasGradient[o] = (biasGradient[o] as number) + (delta[o] as number)
  for (let i = 0; i < inputs; i++) {
    const value = x[i] as number
    if (value === 0) {
      if (back) back[i] = 0
      continue
    }
    const row = i * outputs
    let sum = 0
    for (let o = 0; o < outputs; o++) {
      const d = delta[o] as number
      weightGradient[row + o] = (weightGradient[row + o] as number) + d * value
      sum += d * (weight[row + o] as number)
    }
    if (back) back[i] = sum
  }
}

/** One step of Adam (Kingma and Ba 2015) over one array; the gradient starts anew. */
function adamStep(
  array: Float32Array,
  gradient: Float32Array,
  [first, second]: [Float32Array, Float32Array],
  step: number,
  rateNow: number
): void {
  const rate = (rateNow * Math.sqrt(1 - adam.beta2 ** step)) / (1 - adam.beta1 ** step)
  for (let i = 0; i < array.length; i++) {
    const g = (gradient[i] as number) / batchSize
    const mean = adam.beta1 * (first[i] as number) + (1 - adam.beta1) * g
    const square = adam.beta2 * (second[i] as number) + (1 - adam.beta2) * g * g
    first[i] = mean
    second[i] = square
    array[i] = (array[i] as number) - (rate * mean) / (Math.sqrt(square) + adam.epsilon)
  }
  gradient.fill(0)
}

/** Softmax over the kinds and "ordinary", whose log-odds are 0; the gradient of the cross-entropy of each kind. */
function lossGradient(logits: Float32Array, risk: number, into: Float32Array): void {
  const peak = Math.max(0, ...logits)
  const total = logits.reduce((sum, value) => sum + Math.exp(value - peak), Math.exp(-peak))
  logits.forEach((value, kind) => {
    into[kind] = Math.exp(value - peak) / total - (kind === risk ? 1 : 0)
  })
}

/** The gradients of one example, from the last layer to the first. */
function learnFrom(layers: readonly Layer[], { input, risk }: NetworkExample): void {
  let x = input
  layers.forEach((layer, l) => {
    x = forward(layer, x, l === layers.length - 1)
  })
  const last = layers.at(-1)
  if (last) lossGradient(x, risk, last.delta)
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l]
    if (layer) backward(layer, layers[l - 1]?.delta)
  }
}

function stepAll(layers: readonly Layer[], step: number, rate: number): void {
  layers.forEach(({ weight, bias, weightGradient, biasGradient, moments }, l) => {
    adamStep(weight, weightGradient, moments.weight, step, rate)
    adamStep(bias, biasGradient, moments.bias, step, rate)
    const least = l === 0 ? leastWeight : 0
    for (let i = 0; i < weight.length; i++) weight[i] = Math.max(least, weight[i] as number)
  })
}

/**
 * Trains the network by cross-entropy over ordinary orders and kinds; every batch is half anomalies, all kinds
 * alike, so that the one in a hundred is seen at all. Plain loops: the net has a few thousand weights.
 */
export function trainNetwork(
  examples: NetworkExample[],
  inputs: number,
  seed: number,
  steps = 5_000
): NetworkWeights {
  const random = seededRandom(seed)
  const { hidden1, hidden2, outputs } = networkShape
  const layers = [
    makeLayer(inputs, hidden1, random),
    makeLayer(hidden1, hidden2, random),
    makeLayer(hidden2, outputs, random)
  ] as const
  const usual = examples.filter(({ risk }) => risk < 0)
  const byKind = Array.from({ length: outputs }, (_, kind) =>
    examples.filter(({ risk }) => risk === kind)
  ).filter((some) => some.length > 0)
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(random() * from.length)]
    if (picked === undefined) throw new Error("no example of a class")
    return picked
  }
  for (let step = 1; step <= steps; step++) {
    for (let b = 0; b < batchSize; b++) learnFrom(layers, pick(b % 2 === 0 ? pick(byKind) : usual))
    // cosine decay (Loshchilov and Hutter 2017): large steps first, fine ones in the end
    stepAll(layers, step, 0.5 * adam.rate * (1 + Math.cos((Math.PI * step) / (steps + 1))))
  }
  const [first, second, third] = layers
  return {
    w1: byOutput(first),
    b1: first.bias,
    w2: byOutput(second),
    b2: second.bias,
    w3: byOutput(third),
    b3: third.bias
  }
}

/** The weights as they ship, [out × in]. */
function byOutput({ weight, inputs, outputs }: Layer): Float32Array {
  return Float32Array.from(
    { length: weight.length },
    (_, at) => weight[(at % inputs) * outputs + Math.floor(at / inputs)] ?? 0
  )
}

/** Log-odds of each kind in plain loops, for the known answer and for validation. */
export function networkAnswer(weights: NetworkWeights, input: Float32Array): Float32Array {
  const layer = (x: Float32Array, weight: Float32Array, bias: Float32Array, last = false) =>
    bias.map((start, o) => {
      let sum = start
      for (let i = 0; i < x.length; i++) sum += (weight[o * x.length + i] ?? 0) * (x[i] ?? 0)
      return last ? sum : Math.max(0, sum)
    })
  const one = layer(input, weights.w1, weights.b1)
  return layer(layer(one, weights.w2, weights.b2), weights.w3, weights.b3, true)
}

/** Log-odds of any kind. */
export const networkScore = (weights: NetworkWeights, input: Float32Array): number =>
  anyKind(networkAnswer(weights, input))
