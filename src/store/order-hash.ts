/**
 * 53 bits of an order's id, by which blocks are searched and lines of an order brought together (cyrb53, public domain:
 * two multiplicative hashes side by side). Among a million orders two share one with a chance of 1 in 18,000; a lookup
 * by id compares the id itself.
 */
export function orderHash(id: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
