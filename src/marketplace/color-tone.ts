/** The largest value of the lightness of each colour space that `getComputedStyle` writes (CSS Color 4). */
const lightnessScale: Record<string, number> = { oklch: 1, oklab: 1, lch: 100, lab: 100 }
const middle = 0.5

/** Whether a computed colour is light or dark; null where it is mostly transparent or no colour. */
export function toneOf(color: string): "light" | "dark" | null {
  const [, space = "", values = ""] = /^([a-z]+)\((?:[a-z][a-z0-9-]* )?([^)]*)\)$/.exec(color) ?? []
  const [first, second, third, alpha = 1] = values.split(/[\s,/]+/).map(Number.parseFloat)
  if (first === undefined || second === undefined || third === undefined || alpha < 0.5) return null
  const scale = lightnessScale[space]
  const luma = (0.299 * first + 0.587 * second + 0.114 * third) / (space === "color" ? 1 : 255)
  return (scale === undefined ? luma : first / scale) < middle ? "dark" : "light"
}
