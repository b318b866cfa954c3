/** A gram may stand in this many slots from its home on. */
const reach = 8

/** Bits that do not choose the home: the hash is mixed once more. Never 0. */
const fingerprint = (gram: number): number =>
  (Math.imul(gram ^ (gram >>> 15), 0x2c1b3c6d) >>> 16) & 0xffff || 1

/**
 * The grams that the net knows, as a table of 16-bit fingerprints with linear probing: a gram's row is the slot in which
 * its fingerprint stands. What training never saw is left out instead of sharing a row with something else; one unknown
 * gram in 8,000 is mistaken for a known one.
 */
export class Vocabulary {
  /** @param slots fingerprints, 0 for an empty slot */
  constructor(readonly slots: Uint16Array) {}

  /** Takes grams in the given order, each into the first free slot in its reach; what finds none is left out. */
  static of(grams: Iterable<number>, size: number): Vocabulary {
    const vocabulary = new Vocabulary(new Uint16Array(size))
    for (const gram of grams) vocabulary.add(gram)
    return vocabulary
  }

  /** The row of a gram, -1 for an unknown one. */
  rowOf(gram: number): number {
    const mark = fingerprint(gram)
    for (let step = 0; step < reach; step++) {
      const slot = (gram + step) % this.slots.length
      if (this.slots[slot] === mark) return slot
    }
    return -1
  }

  private add(gram: number): void {
    for (let step = 0; step < reach; step++) {
      const slot = (gram + step) % this.slots.length
      if (this.slots[slot] !== 0) continue
      this.slots[slot] = fingerprint(gram)
      return
    }
  }
}
