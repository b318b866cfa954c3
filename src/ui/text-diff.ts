export type DiffPart = { text: string; change: "same" | "removed" | "added" }

const tokensOf = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
/** Longer texts are shown whole, one after the other: their table of matches would be too large. */
const mostTokens = 2_000

/** What changed between two texts, word by word (longest common subsequence). */
export function textDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  if (a.length > mostTokens || b.length > mostTokens) {
    return [
      { text: before, change: "removed" },
      { text: after, change: "added" }
    ]
  }
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: DiffPart[] = []
  const add = (change: DiffPart["change"], text = "") => {
    const last = parts.at(-1)
    if (last?.change === change) last.text += text
    else parts.push({ text, change })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      add("same", a[i])
      i++
      j++
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1)))
      add("removed", a[i++])
    else add("added", b[j++])
  }
  return parts
}
