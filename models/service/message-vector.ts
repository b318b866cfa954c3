import { messageGrams } from "./message-grams"

const sketchLength = 128

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values)
  return length > 0 ? values.map((value) => value / length) : values
}

/** Every gram of a text, known or not, added with its sign into a short vector (count sketch, Charikar et al. 2002). */
function sketch(text: string): Float32Array {
  const { words, pieces } = messageGrams(text)
  const sums = new Float32Array(sketchLength)
  for (const grams of [words, pieces]) {
    for (const gram of grams) {
      const at = gram % sketchLength
      sums[at] = (sums[at] ?? 0) + (gram & 0x10000 ? 1 : -1)
    }
  }
  return sums
}

/**
 * Where a message lies: half by what the net makes of it, half by its letters, so that words that training never saw
 * (a shop's own products) count too. The text cannot be read out of it.
 */
export function messageVector(text: string, embedded: Float32Array): Float32Array {
  const parts = [unit(embedded), unit(sketch(text))]
  const vector = new Float32Array(embedded.length + sketchLength)
  vector.set(parts[0] ?? [], 0)
  vector.set(parts[1] ?? [], embedded.length)
  return vector
}
