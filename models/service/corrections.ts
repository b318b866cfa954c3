import { type Intent, intents } from "../../src/domain/intent"

/** What the seller said a message is about: the message's vector, not its text. */
export type Correction = { vector: Float32Array; intent: Intent }

/** Below this cosine a message has nothing to do with a correction; at 1 the correction decides. */
const near = 0.6

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0
  let lengthA = 0
  let lengthB = 0
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number]
    dot += x * y
    lengthA += x * x
    lengthB += y * y
  }
  return lengthA > 0 && lengthB > 0 ? dot / Math.sqrt(lengthA * lengthB) : 0
}

/** Blends the net's probabilities with the corrections near this message, the nearest counting most. */
export function corrected(
  own: Float32Array,
  vector: Float32Array,
  corrections: Correction[]
): Float32Array {
  let strongest = 0
  let total = 0
  const votes = new Float32Array(own.length)
  for (const correction of corrections) {
    const weight = (cosine(vector, correction.vector) - near) / (1 - near)
    if (weight <= 0) continue
    const place = intents.indexOf(correction.intent)
    votes[place] = (votes[place] ?? 0) + weight * weight
    total += weight * weight
    strongest = Math.max(strongest, weight)
  }
  if (total === 0) return own
  return own.map((value, k) => (1 - strongest) * value + (strongest * (votes[k] ?? 0)) / total)
}
