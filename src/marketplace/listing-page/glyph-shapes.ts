import type { Pixels } from "./picture-pixels"

/** A connected patch that may be a letter; bounds inclusive, in pixels. */
export type Shape = { left: number; right: number; top: number; bottom: number; area: number }

/** How much a letter differs from what surrounds it, in grey levels. */
const contrast = 28

/** Grey levels (ITU-R BT.601 luma). */
export function greyOf({ data, width, height }: Pixels): Float32Array {
  const grey = new Float32Array(width * height)
  for (let i = 0; i < grey.length; i++) {
    grey[i] =
      0.299 * (data[4 * i] ?? 0) + 0.587 * (data[4 * i + 1] ?? 0) + 0.114 * (data[4 * i + 2] ?? 0)
  }
  return grey
}

/** Sums of all grey levels above and left of each corner, so that any box has its mean in four look-ups (Crow 1984). */
function sumsOf(grey: Float32Array, width: number, height: number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += grey[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return sums
}

/** Pixels darker (`sign` 1) or lighter (−1) than the mean around them (Bradley and Roth 2007). */
function marksOf(
  grey: Float32Array,
  sums: Float64Array,
  width: number,
  height: number,
  sign: 1 | -1
): Uint8Array {
  const reach = Math.max(8, Math.round(Math.min(width, height) / 14))
  const marks = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const at = (row: number, column: number) => sums[row * (width + 1) + column] ?? 0
      const sum = at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left)
      const mean = sum / ((bottom - top) * (right - left))
      if (sign * (mean - (grey[y * width + x] ?? 0)) > contrast) marks[y * width + x] = 1
    }
  }
  return marks
}

/** Connected patches of marked pixels, diagonals included; the marks are used up. */
function patchesOf(marks: Uint8Array, width: number, height: number): Shape[] {
  const shapes: Shape[] = []
  const stack: number[] = []
  for (let start = 0; start < marks.length; start++) {
    if (marks[start] === 0) continue
    const shape = { left: width, right: 0, top: height, bottom: 0, area: 0 }
    marks[start] = 0
    stack.push(start)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)]
      shape.area++
      shape.left = Math.min(shape.left, x)
      shape.right = Math.max(shape.right, x)
      shape.top = Math.min(shape.top, y)
      shape.bottom = Math.max(shape.bottom, y)
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy]
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
          const next = ny * width + nx
          if (marks[next] === 0) continue
          marks[next] = 0
          stack.push(next)
        }
      }
    }
    shapes.push(shape)
  }
  return shapes
}

/** Patches darker and patches lighter than their surroundings, each kind apart. */
export function shapesOf(grey: Float32Array, width: number, height: number): Shape[][] {
  const sums = sumsOf(grey, width, height)
  return ([1, -1] as const).map((sign) =>
    patchesOf(marksOf(grey, sums, width, height, sign), width, height)
  )
}
