/** One measured number. The ids named in the issues are stable; `n` is how many cases it rests on. */
export type Metric = { id: string; value: number; unit: string; n: number; note?: string }

/** One command: `npm run bench -- <name>` or `npm run eval -- <name>`. */
export type Measurement = { name: string; run(options: string[]): Promise<Metric[]> }

/** Data that a measurement needs is not there: said in one sentence, exit code 2; what could be measured comes along. */
export class MissingData extends Error {
  constructor(
    message: string,
    readonly metrics: Metric[] = []
  ) {
    super(message)
  }
}

/** The middle value, or the mean of the two middle ones; NaN of none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const high = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + high) / 2 : high
}
