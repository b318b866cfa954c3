/**
 * Whole numbers in as few bits as they need: the distance of each from the least (frame of reference), or from the one
 * before it (delta, zigzag), whichever is shorter, divided by a common step. What Parquet and Lucene do for columns
 * (Lemire and Boytsov, "Decoding billions of integers per second", 2015). Values that are no whole numbers are
 * exceptions, kept as they are.
 */
export type Packed = {
  delta: boolean
  /** The least value, or the first one where `delta`. */
  base: number
  step: number
  /** 0 to 32, a value. */
  bits: number
  exceptions: number
}

type Numbers = ArrayLike<number>

/** Steps that times come in. */
const steps = [60_000, 1_000, 1]
const widest = 2 ** 32 - 1

const bitsFor = (largest: number) => (largest === 0 ? 0 : 32 - Math.clz32(largest))
const zigzag = (value: number) => (value >= 0 ? value * 2 : -value * 2 - 1)
const unzigzag = (code: number) => (code % 2 === 0 ? code / 2 : -(code + 1) / 2)

function isException(value: number): boolean {
  return !Number.isSafeInteger(value) || Object.is(value, -0)
}

type Plan = Packed & { places: number[] }

/** How a column packs best; null where it is better left as it is. */
function planOf(values: Numbers): Plan | null {
  const places: number[] = []
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (isException(value)) {
      places.push(i)
      if (places.length * 8 > values.length) return null
      continue
    }
    if (value < least) least = value
    if (value > most) most = value
  }
  // further apart than numbers are exact
  if (places.length === values.length || !Number.isSafeInteger(most - least)) return null
  let step = 0
  let [before, first, farthest] = [least, least, 0]
  for (let i = 0, seen = false, place = 0; i < values.length; i++) {
    if (places[place] === i) {
      place++
      continue
    }
    const value = values[i] ?? 0
    while (!Number.isInteger((value - least) / (steps[step] ?? 1))) step++
    if (!seen) first = before = value
    seen = true
    farthest = Math.max(farthest, zigzag(value - before))
    before = value
  }
  const size = steps[step] ?? 1
  const range = (most - least) / size
  const jump = farthest / size + 1
  const delta = jump < range
  const largest = delta ? jump : range
  if (largest > widest) return null
  const packed = {
    step: size,
    bits: bitsFor(Math.ceil(largest)),
    exceptions: places.length,
    places
  }
  return { ...packed, delta, base: delta ? first : least }
}

/** The words that hold the codes, then the exceptions' rows and values; null where packing does not pay. */
export function packNumbers(values: Numbers): { packed: Packed; words: Uint32Array } | null {
  const plan = planOf(values)
  if (!plan) return null
  const { delta, base, step, bits, places, exceptions } = plan
  const codeWords = Math.ceil((values.length * bits) / 32)
  const words = new Uint32Array(codeWords + exceptions * 3)
  let [at, word, filled, before, place] = [0, 0, 0, base, 0]
  for (let i = 0; i < values.length; i++) {
    let code = 0
    if (place < exceptions && places[place] === i) place++
    else {
      const value = values[i] ?? 0
      code = delta ? zigzag((value - before) / step) : (value - base) / step
      before = value
    }
    word |= code << filled
    filled += bits
    if (filled >= 32) {
      words[at++] = word
      filled -= 32
      word = filled > 0 ? code >>> (bits - filled) : 0
    }
  }
  if (filled > 0) words[at] = word
  const kept = Float64Array.from(places, (i) => values[i] ?? 0)
  words.set(places, codeWords)
  words.set(new Uint32Array(kept.buffer), codeWords + exceptions)
  return { packed: { delta, base, step, bits, exceptions }, words }
}

/** Writes the values of `packNumbers` into `out`. */
export function unpackNumbers(
  { delta, base, step, bits, exceptions }: Packed,
  words: Uint32Array,
  out: { length: number; [i: number]: number }
): void {
  const codeWords = Math.ceil((out.length * bits) / 32)
  const places = words.subarray(codeWords, codeWords + exceptions)
  const mask = bits === 32 ? 0xffffffff : 2 ** bits - 1
  let [at, offset, before, place] = [0, 0, base, 0]
  for (let i = 0; i < out.length; i++) {
    let code = 0
    if (bits > 0) {
      code = (words[at] ?? 0) >>> offset
      if (offset + bits > 32) code |= (words[at + 1] ?? 0) << (32 - offset)
      code = (code & mask) >>> 0
      offset += bits
      if (offset >= 32) {
        offset -= 32
        at++
      }
    }
    if (place < exceptions && places[place] === i) {
      place++
      continue
    }
    if (delta) before += unzigzag(code) * step
    out[i] = delta ? before : base + code * step
  }
  const kept = new Float64Array(words.slice(codeWords + exceptions).buffer)
  for (const [k, row] of places.entries()) out[row] = kept[k] ?? Number.NaN
}
