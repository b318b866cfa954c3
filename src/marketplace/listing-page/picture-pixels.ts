type Pixels = { data: Uint8ClampedArray; width: number; height: number }

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
