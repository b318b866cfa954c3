/** Names that `TextDecoder` knows. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030", "windows-1252"] as const
export type Encoding = (typeof encodings)[number]

/** How much of a file is looked at; enough to be sure of UTF-16 and of most UTF-8. */
export const sampleBytes = 262_144

function markOf(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8"
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  return null
}

/** Latin text in UTF-16 has a zero in every other byte; which half tells the order. */
function zerosOf(head: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  const end = Math.min(head.length, 4_096)
  for (let i = 0; i < end; i++) {
    if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  if (odd > end * 0.2 && even < end * 0.02) return "utf-16le"
  if (even > end * 0.2 && odd < end * 0.02) return "utf-16be"
  return null
}

export function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    // streaming: a character cut by the end of the sample is no error
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The share of the bytes over 0x7f that pair up as GB 18030 writes common Chinese characters (rows B0 to F7). */
function chineseShare(head: Uint8Array): number {
  let high = 0
  let paired = 0
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] ?? 0
    if (byte < 0x80) continue
    high++
    const next = head[i + 1] ?? 0
    if (byte >= 0xa1 && byte <= 0xf7 && next >= 0xa1 && next <= 0xfe) {
      paired += 2
      high++
      i++
    }
  }
  return high === 0 ? 0 : paired / high
}

/** What bytes that are not UTF-8 are: Excel on a Chinese Windows writes GBK, on a Western one cp1252. */
export function legacyEncoding(piece: Uint8Array): Encoding {
  // a piece may begin within a character, a line never does
  const bytes = piece.subarray(piece.indexOf(10) + 1)
  return decodes(bytes, "gb18030") && chineseShare(bytes) > 0.9 ? "gb18030" : "windows-1252"
}

/**
 * The encoding of a text file by its first bytes: byte order mark, zeros of UTF-16, valid UTF-8, else GBK or cp1252.
 * A file that is ASCII as far as the sample goes is taken for UTF-8; reading falls back when a later byte is not.
 */
export function detectEncoding(head: Uint8Array): Encoding {
  const marked = markOf(head) ?? zerosOf(head)
  if (marked) return marked
  return decodes(head, "utf-8") ? "utf-8" : legacyEncoding(head)
}
