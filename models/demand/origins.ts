/** Earlier origins from which every series is forecast as well, to see how far off its forecasters were. */
export const mostOrigins = 8
const fewestSteps = 8

/**
 * Up to eight earlier origins whose horizon is known, evenly apart, then the end. A short history gives few or none;
 * where a whole horizon does not fit, the last third is looked at.
 */
export function originsOf(length: number, horizon: number): Int32Array {
  const newest = Math.max(length - horizon, Math.ceil((length * 2) / 3))
  const room = newest - fewestSteps
  if (room < 0 || newest >= length) return Int32Array.of(length)
  const stride = Math.max(1, Math.min(Math.ceil(horizon / 3), Math.floor(room / (mostOrigins - 1))))
  const count = Math.min(mostOrigins, Math.floor(room / stride) + 1)
  const origins = new Int32Array(count + 1)
  for (let i = 0; i < count; i++) origins[i] = newest - (count - 1 - i) * stride
  origins[count] = length
  return origins
}
