/** At most this many pixels on a side are looked at: letters of a thirtieth of the height are still apart. */
export const sample = 400

export type Pixels = { data: Uint8ClampedArray; width: number; height: number }

const isWhite = (data: Uint8ClampedArray, at: number) =>
  data[at] === 255 && data[at + 1] === 255 && data[at + 2] === 255

/**
 * How white the edge of a picture is (share of its border pixels that are RGB 255), and how much of it the product
 * fills: the longer side of the box around all that is not nearly white, as a share of that side of the picture.
 */
export function picturePixels({ data, width, height }: Pixels): {
  whiteEdge: number
  fill: number
} {
  let [white, edge] = [0, 0]
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) {
        edge++
        if (isWhite(data, at)) white++
      }
      // compression leaves a haze around the product
      if ((data[at] ?? 0) < 245 || (data[at + 1] ?? 0) < 245 || (data[at + 2] ?? 0) < 245) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    }
  }
  const fill = right < 0 ? 0 : Math.max((right - left + 1) / width, (bottom - top + 1) / height)
  return { whiteEdge: edge === 0 ? 0 : white / edge, fill }
}

/** A frame is at least this share of a side wide, and differs from what it frames by so many levels. */
const frame = { share: 0.01, level: 40 }

/** Whether a frame of one colour, not white, runs around the picture. */
export function hasBorder({ data, width, height }: Pixels): boolean {
  const pad = Math.max(1, Math.round(frame.share * Math.min(width, height)))
  const at = (x: number, y: number) => 4 * (y * width + x)
  const [r, g, b] = [data[at(0, 0)] ?? 0, data[at(0, 0) + 1] ?? 0, data[at(0, 0) + 2] ?? 0]
  // a white or light edge is the background that shops ask for
  if (Math.min(r, g, b) > 225) return false
  const off = (x: number, y: number) => {
    const i = at(x, y)
    return Math.max(
      Math.abs((data[i] ?? 0) - r),
      Math.abs((data[i + 1] ?? 0) - g),
      Math.abs((data[i + 2] ?? 0) - b)
    )
  }
  const ring = (inset: number): number[] => {
    const offs: number[] = []
    for (let x = inset; x < width - inset; x++) offs.push(off(x, inset), off(x, height - 1 - inset))
    for (let y = inset; y < height - inset; y++) offs.push(off(inset, y), off(width - 1 - inset, y))
    return offs
  }
  const share = (offs: number[], is: (one: number) => boolean) =>
    offs.filter(is).length / Math.max(1, offs.length)
  const outer = share([...ring(0), ...ring(pad)], (one) => one < 16)
  // a picture that is dark all over has no frame: something else begins inside, on every side
  const insides = [0.06, 0.1, 0.15].map((part) =>
    share(ring(Math.round(part * Math.min(width, height))), (one) => one > frame.level)
  )
  return outer > 0.97 && Math.max(...insides) > 0.9
}
