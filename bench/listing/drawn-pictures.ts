/** What a drawn product picture holds: text on its background, text on the product, or none. */
export type Drawn = { kind: "beside" | "within" | "none"; what: string; rgba: string }

/**
 * Draws product pictures of an invented shop in a page's canvas and gives their pixels back at `sample` pixels on the
 * longer side, as the extension sees them. Runs in a browser: it is sent there as text, so it stands alone.
 */
export function drawPictures(count: number, seed: number, sample: number): Drawn[] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const between = (low: number, high: number) => low + random() * (high - low)
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T
  const size = 1000
  const fonts = ["Arial, sans-serif", "Georgia, serif", "monospace", "Verdana, sans-serif"]
  const phrases = [
    "BEST SELLER",
    "50% OFF today",
    "Free shipping worldwide",
    "New Collection 2026",
    "Made in Portugal",
    "www.harbour-shop.example",
    "750 ml · BPA free",
    "Limited offer"
  ]
  const canvas = new OffscreenCanvas(size, size)
  const draw = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D
  const colour = (low = 20, high = 220) =>
    `rgb(${[0, 0, 0].map(() => Math.round(between(low, high))).join(",")})`

  function write(x: number, y: number, tall: number, ink: string, width: number): string {
    const phrase = pick(phrases)
    draw.font = `${pick(["", "bold ", "italic "])}${Math.round(tall)}px ${pick(fonts)}`
    draw.fillStyle = ink
    draw.textBaseline = "top"
    draw.fillText(phrase, x, y, width)
    return `${phrase}, ${draw.font}, ${ink}`
  }

  const patterns: Record<string, (x: number, y: number, w: number, h: number) => void> = {
    plain(x, y, w, h) {
      const fill = draw.createLinearGradient(x, y, x + w, y + h)
      fill.addColorStop(0, colour())
      fill.addColorStop(1, colour())
      draw.fillStyle = fill
      draw.beginPath()
      draw.roundRect(x, y, w, h, between(0, 120))
      draw.fill()
    },
    bottle(x, y, w, h) {
      this.plain?.(x, y + h * 0.25, w, h * 0.75)
      this.plain?.(x + w * 0.35, y, w * 0.3, h * 0.3)
    },
    dots(x, y, w, h) {
      this.plain?.(x, y, w, h)
      draw.fillStyle = colour(180, 255)
      const step = between(30, 70)
      for (let cy = y + step; cy < y + h; cy += step) {
        for (let cx = x + step; cx < x + w; cx += step) {
          draw.beginPath()
          draw.arc(cx, cy, step * 0.28, 0, 7)
          draw.fill()
        }
      }
    },
    stripes(x, y, w, h) {
      this.plain?.(x, y, w, h)
      draw.fillStyle = colour(180, 255)
      const step = between(14, 60)
      for (let cx = x; cx < x + w; cx += step) draw.fillRect(cx, y, step * 0.4, h)
    },
    keys(x, y, w, h) {
      draw.fillStyle = colour(10, 60)
      draw.fillRect(x, y, w, h * 0.5)
      draw.fillStyle = colour(70, 160)
      const key = w / 14
      for (let row = 0; row < 4; row++) {
        for (let column = 0; column < 13; column++) {
          draw.fillRect(x + column * key + 6, y + row * key + 10, key - 8, key - 8)
        }
      }
    },
    leaves(x, y, w, h) {
      for (let i = 0; i < 60; i++) {
        draw.fillStyle = `rgb(${Math.round(between(20, 90))},${Math.round(between(90, 190))},40)`
        draw.beginPath()
        draw.ellipse(
          x + random() * w,
          y + random() * h,
          between(10, 60),
          between(6, 22),
          random() * 6,
          0,
          7
        )
        draw.fill()
      }
    },
    grain(x, y, w, h) {
      this.plain?.(x, y, w, h)
      for (let i = 0; i < 400; i++) {
        draw.strokeStyle = `rgba(40,20,5,${between(0.05, 0.4)})`
        draw.beginPath()
        draw.moveTo(x + random() * w * 0.7, y + random() * h)
        draw.lineTo(x + w * between(0.7, 1), y + random() * h)
        draw.stroke()
      }
    },
    pieces(x, y, w, h) {
      for (let i = 0; i < 6; i++) {
        const part = w / 6
        this.plain?.(x + i * part, y + h * between(0.2, 0.5), part * 0.7, h * between(0.2, 0.4))
      }
    },
    screws(x, y, w, h) {
      draw.fillStyle = colour(60, 120)
      for (let i = 0; i < 40; i++) {
        const [cx, cy] = [x + random() * w, y + random() * h]
        draw.fillRect(cx, cy, between(5, 9), between(30, 70))
        draw.fillRect(cx - 6, cy, 20, 9)
      }
    }
  }

  return Array.from({ length: count }, (_, i): Drawn => {
    const kind = (["beside", "none", "within", "none"] as const)[i % 4] ?? "none"
    const white = random() < 0.7
    draw.fillStyle = white ? "#fff" : colour(200, 250)
    draw.fillRect(0, 0, size, size)
    const what = kind === "none" ? pick(Object.keys(patterns)) : pick(["plain", "bottle", "grain"])
    const [w, h] = [between(350, 700), between(350, 600)]
    const [x, y] = [(size - w) / 2, 240 + (640 - h) / 2]
    patterns[what]?.(x, y, w, h)
    const tall = between(28, 90)
    let text = ""
    if (kind === "beside")
      text = write(between(30, 120), between(20, 90), tall, colour(0, 120), 850)
    if (kind === "within")
      text = write(x + w * 0.1, y + h * 0.55, tall, pick(["#fff", "#111", "#ffe"]), w * 0.8)
    const small = new OffscreenCanvas(sample, sample)
    const copy = small.getContext("2d") as OffscreenCanvasRenderingContext2D
    copy.drawImage(canvas, 0, 0, sample, sample)
    const { data } = copy.getImageData(0, 0, sample, sample)
    let rgba = ""
    for (let at = 0; at < data.length; at += 8_192)
      rgba += String.fromCharCode(...data.subarray(at, at + 8_192))
    return { kind, what: `${what} ${text}`.trim(), rgba: btoa(rgba) }
  })
}
