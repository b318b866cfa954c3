import { greyOf, type Shape, shapesOf } from "./glyph-shapes"
import type { Pixels } from "./picture-pixels"

/** Shares of the picture's area: text on its plain background, and text elsewhere, which may be printed on the product. */
export type PictureText = { beside: number; within: number }

type Line = Omit<Shape, "area">

const heightOf = ({ top, bottom }: Line) => bottom - top + 1
const widthOf = ({ left, right }: Line) => right - left + 1
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const middle = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
/** Standard deviation as a share of the mean. */
function spread(values: number[]): number {
  const average = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - average) ** 2))) / average
}

const letterHeight = { least: 5, most: 0.3 }
/** Letters in a row; four things in a row are no word. */
const fewest = 5

/** Of a letter's size and as filled as letters are. */
function isLetter(shape: Shape, height: number): boolean {
  const [w, h] = [widthOf(shape), heightOf(shape)]
  if (h < letterHeight.least || h > letterHeight.most * height || w > 2.5 * h) return false
  const filled = shape.area / (w * h)
  // "l" and "I" are nothing but a bar
  return filled > 0.15 && (filled < 0.85 || w < 0.45 * h)
}

/** Whether `b` stands behind `a` as the next letter of a line does. */
function follows(a: Shape, b: Shape): boolean {
  const [ha, hb] = [heightOf(a), heightOf(b)]
  const gap = b.left - a.right
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + 1
  const tall = Math.max(ha, hb)
  return (
    tall <= 2.2 * Math.min(ha, hb) &&
    shared >= 0.5 * Math.min(ha, hb) &&
    gap >= -0.35 * tall &&
    gap <= 1.2 * tall
  )
}

/** Chains of letters, left to right. */
function chainsOf(letters: Shape[]): Shape[][] {
  const sorted = letters.toSorted((a, b) => a.left - b.left)
  const used = new Set<Shape>()
  return sorted.flatMap((first, i) => {
    if (used.has(first)) return []
    const chain = [first]
    for (const next of sorted.slice(i + 1)) {
      const last = chain.at(-1) ?? first
      if (next.left > last.right + 1.3 * heightOf(last) + 40) break
      if (!used.has(next) && follows(last, next)) chain.push(next)
    }
    for (const shape of chain) used.add(shape)
    return [chain]
  })
}

/** Letters stand on a line and differ in shape; the dots and bars of a pattern are all alike. */
function isText(chain: Shape[]): boolean {
  if (chain.length < fewest) return false
  const heights = chain.map(heightOf)
  const tall = mean(heights)
  const base = middle(chain.map(({ bottom }) => bottom))
  const onLine = chain.filter(({ bottom }) => Math.abs(bottom - base) <= Math.max(1.5, 0.12 * tall))
  const gaps = chain.slice(1).map(({ left }, i) => left - (chain[i]?.right ?? 0))
  const filled = chain.map((shape) => shape.area / (widthOf(shape) * heightOf(shape)))
  const varied = spread(chain.map(widthOf)) + spread(filled)
  return (
    onLine.length >= 0.65 * chain.length &&
    middle(gaps) <= 0.5 * tall &&
    varied > 0.18 &&
    spread(heights) < 0.4
  )
}

const around = (chain: Shape[]): Line => ({
  left: Math.min(...chain.map(({ left }) => left)),
  right: Math.max(...chain.map(({ right }) => right)),
  top: Math.min(...chain.map(({ top }) => top)),
  bottom: Math.max(...chain.map(({ bottom }) => bottom))
})

/** The middle grey level along the picture's edge. */
function edgeLevel(grey: Float32Array, width: number, height: number): number {
  const edge: number[] = []
  for (let x = 0; x < width; x++) edge.push(grey[x] ?? 0, grey[(height - 1) * width + x] ?? 0)
  for (let y = 0; y < height; y++) edge.push(grey[y * width] ?? 0, grey[y * width + width - 1] ?? 0)
  return edge.toSorted((a, b) => a - b)[Math.floor(edge.length / 2)] ?? 0
}

/** Whether a line stands on the background that also forms the picture's edge: the frame around it is all of that level. */
function isBeside(line: Line, grey: Float32Array, width: number, height: number): boolean {
  const level = edgeLevel(grey, width, height)
  const pad = Math.max(2, Math.round(0.35 * heightOf(line)))
  const [left, right] = [Math.max(0, line.left - pad), Math.min(width - 1, line.right + pad)]
  const [top, bottom] = [Math.max(0, line.top - pad), Math.min(height - 1, line.bottom + pad)]
  let [alike, all] = [0, 0]
  const look = (x: number, y: number) => {
    all++
    if (Math.abs((grey[y * width + x] ?? 0) - level) <= 14) alike++
  }
  for (let x = left; x <= right; x++) for (const y of [top, bottom]) look(x, y)
  for (let y = top; y <= bottom; y++) for (const x of [left, right]) look(x, y)
  return alike >= 0.9 * all
}

/**
 * Lines of text in a picture, by connected components that have the size, the fill and the alignment of letters
 * (after Epshtein, Ofek and Wexler 2010, without stroke width). Joined handwriting, curved and very small text is
 * not seen.
 */
export function pictureText(pixels: Pixels): PictureText {
  const { width, height } = pixels
  const grey = greyOf(pixels)
  const lines = shapesOf(grey, width, height).flatMap((shapes) =>
    chainsOf(shapes.filter((shape) => isLetter(shape, height)))
      .filter(isText)
      .map(around)
  )
  const text: PictureText = { beside: 0, within: 0 }
  for (const line of lines) {
    const where = isBeside(line, grey, width, height) ? "beside" : "within"
    text[where] += (widthOf(line) * heightOf(line)) / (width * height)
  }
  return { beside: Math.min(1, text.beside), within: Math.min(1, text.within) }
}
