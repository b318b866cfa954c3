import type { Draw } from "../random"

/** A season of a period: a few waves, or one factor a phase; mean about 1, never below 0.05. */
export function season(draw: Draw, period: number, strength: number): (t: number) => number {
  if (period < 2 || strength === 0) return () => 1
  if (period <= 12 && draw.chance(0.7)) {
    const factors = Array.from({ length: period }, () => Math.exp(strength * draw.normal()))
    const mean = factors.reduce((a, b) => a + b, 0) / period
    return (t) => (factors[t % period] ?? 1) / mean
  }
  const waves = Array.from({ length: draw.whole(1, 3) }, (_, k) => ({
    size: (strength * draw.normal()) / (k + 1),
    shift: draw.between(0, 2 * Math.PI),
    speed: (2 * Math.PI * (k + 1)) / period
  }))
  return (t) =>
    Math.exp(
      waves.reduce((sum, { size, shift, speed }) => sum + size * Math.sin(speed * t + shift), 0)
    )
}

/** A level that drifts, jumps, grows or fades, as factors of 1. */
export function levelPath(draw: Draw, length: number): Float64Array {
  const drift = draw.chance(0.5) ? 0 : (draw.normal() * 1.2) / length
  const step = draw.chance(0.4) ? 0 : draw.spread(0.003, 0.12)
  const pull = draw.chance(0.5) ? 0 : draw.spread(0.01, 0.3)
  const jumpShare = draw.chance(0.3) ? 2 / length : 0
  const path = new Float64Array(length)
  let log = 0
  let base = 0
  for (let t = 0; t < length; t++) {
    base += drift
    if (draw.chance(jumpShare)) base += 0.8 * draw.normal()
    log += step * draw.normal() - pull * log
    path[t] = Math.exp(Math.max(-6, Math.min(6, base + log)))
  }
  return path
}

/** 1 in promotions, which come in runs; none when the share is 0. */
export function promotions(draw: Draw, length: number, share: number): Float64Array {
  const out = new Float64Array(length)
  if (share === 0) return out
  const run = draw.whole(1, 10)
  for (let t = 0; t < length; t++) {
    if (draw.chance(share / run)) out.fill(1, t, Math.min(length, t + run))
  }
  return out
}
