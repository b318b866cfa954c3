const lookalikes: Record<string, string> = {
  a: "а",
  e: "е",
  o: "о",
  c: "с",
  p: "р",
  i: "і",
  x: "х"
}
const leet: Record<string, string> = { a: "4", e: "3", o: "0", i: "1", s: "5" }

/** One slip of a hand or one trick: two letters swapped, one lost, doubled, lookalike, or a digit for a letter. */
function slip(letters: string[], random: () => number): void {
  const at = Math.floor(random() * Math.max(1, letters.length - 1))
  const letter = letters[at] ?? ""
  const kind = random()
  if (kind < 0.3) letters.splice(at, 2, letters[at + 1] ?? "", letter)
  else if (kind < 0.6) letters.splice(at, 1)
  else if (kind < 0.75) letters.splice(at, 0, letter)
  else letters[at] = (kind < 0.9 ? lookalikes : leet)[letter.toLowerCase()] ?? letter
}

/** A third of all texts are written badly, a few of them on purpose. */
export function scramble(text: string, random: () => number): string {
  if (random() > 0.33) return text
  const letters = [...text]
  const slips = 1 + Math.floor(random() * Math.min(5, letters.length / 10))
  for (let i = 0; i < slips; i++) slip(letters, random)
  return letters.join("")
}
