/** Sums into a dense array and remembers which entries it touched, so that clearing costs only those. */
export class Accumulator {
  readonly values: Float32Array
  /** The largest single part of each sum. */
  readonly best: Float32Array
  private readonly places: Uint32Array
  private count = 0

  constructor(size: number) {
    this.values = new Float32Array(size)
    this.best = new Float32Array(size)
    this.places = new Uint32Array(size)
  }

  /** Every part must be positive. */
  add(index: number, part: number): void {
    const before = this.values[index] ?? 0
    if (before === 0) {
      this.places[this.count] = index
      this.count += 1
    }
    this.values[index] = before + part
    if (part > (this.best[index] ?? 0)) this.best[index] = part
  }

  /** Indexes that hold a sum; valid until the next `add` or `clear`. */
  get touched(): Uint32Array {
    return this.places.subarray(0, this.count)
  }

  clear(): void {
    for (const index of this.touched) {
      this.values[index] = 0
      this.best[index] = 0
    }
    this.count = 0
  }
}
