import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { gunzipSync } from "node:zlib"
import { MissingData } from "../../../bench/metric"
import { cutSeries, type DemandSeries } from "../../../src/features/demand-series"

/** One public set: what its series are and which of their last steps are kept for the report. */
export type DemandSet = {
  name: string
  /** Whether its licence allows a shipped model trained on it. */
  ship: boolean
  horizon: number
  /** Non-overlapping test windows of `horizon` steps at the end of each series; nothing trains on them. */
  windows: number
  series: DemandSeries[]
}

const folder = () => resolve(process.env.PORTSIDE_DATA ?? "../shared/datasets")

/** The bytes of a data file. @throws MissingData naming the owner's page */
export function readSet(path: string, owner: string): Buffer {
  const file = resolve(folder(), path)
  if (!existsSync(file)) {
    throw new MissingData(`${file} is missing: set PORTSIDE_DATA, or get it from ${owner}`)
  }
  const bytes = readFileSync(file)
  return path.endsWith(".gz") ? gunzipSync(bytes) : bytes
}

/** Lines of a text file without the header; quotes stay. */
export const linesOf = (bytes: Buffer) =>
  bytes.toString("utf8").split(/\r?\n/).slice(1).filter(Boolean)

/** The set as it was before its reported windows: what settings are chosen on, so that the report stays unseen. */
export const earlier = (set: DemandSet): DemandSet => ({
  ...set,
  series: set.series
    .map((one) => cutSeries(one, Math.max(0, one.y.length - set.windows * set.horizon)))
    .filter(({ y }) => y.length > set.horizon)
})
