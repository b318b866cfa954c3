import type { DemandSeries } from "../../../src/features/demand-series"
import { type DemandSet, linesOf, readSet } from "./set"

/** 811 products of 52 weeks (the normalised columns leak and are left out). */
export function salesWeekly(): DemandSet {
  const owner = "https://archive.ics.uci.edu/dataset/396 (CC BY 4.0)"
  const path = "uci-sales-weekly/Sales_Transactions_Dataset_Weekly.csv.gz"
  const series = linesOf(readSet(path, owner)).map((line): DemandSeries => {
    const [id = "", ...cells] = line.split(",")
    return { id, y: Float64Array.from(cells.slice(0, 52), Number), period: 52 }
  })
  return { name: "uci-sales-weekly", ship: true, horizon: 13, windows: 1, series }
}

/** 118 grocery products by day with promotions, 2014 to 2018. */
export function hierarchicalSales(): DemandSet {
  const owner =
    "https://archive.ics.uci.edu/dataset/611 (CC BY 4.0, Mancuso, Piccialli and Sudoso 2021)"
  const path = "uci-hierarchical-sales/hierarchical_sales.csv.gz"
  const rows = new Map<string, { first: number; cells: [number, number, number][] }>()
  for (const line of linesOf(readSet(path, owner))) {
    const [date = "", brand, item, quantity, promo] = line.replaceAll('"', "").split(",")
    const at = Date.parse(date) / 86_400_000
    const id = `${brand}-${item}`
    const known = rows.get(id) ?? { first: at, cells: [] }
    known.cells.push([at - known.first, Number(quantity), Number(promo)])
    rows.set(id, known)
  }
  const series = [...rows].map(([id, { cells }]): DemandSeries => {
    const days = Math.max(...cells.map(([at]) => at)) + 1
    // days that the file leaves out are days on which the shop was closed
    const y = new Float64Array(days).fill(Number.NaN)
    const values = new Float64Array(days)
    for (const [at, quantity, promo] of cells) {
      y[at] = quantity
      values[at] = promo
    }
    return { id, y, period: 7, known: { columns: 1, values } }
  })
  return { name: "uci-hierarchical-sales", ship: true, horizon: 28, windows: 4, series }
}

type JsonSeries = {
  id: string
  freq: number | string
  y: (number | null)[]
  future?: number[]
  h?: number
}

const periods: Record<string, number> = { D: 7, B: 5, W: 52, M: 12, Q: 4, Y: 1, A: 1, H: 24 }

/** Steps in a season of a frequency: a number is one already, a letter is pandas'. */
export function periodOf(freq: number | string): number {
  if (typeof freq === "number") return freq
  return periods[freq.toUpperCase().replace(/^\d+/, "")[0] ?? ""] ?? (Number(freq) || 1)
}

/** A `.jsonl` of `{id, freq, y}`, `null` for what is missing; a fixed `future` is put at the end. */
export function parseSeries(bytes: Buffer): DemandSeries[] {
  return bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line): DemandSeries => {
      const { id, freq, y, future = [] } = JSON.parse(line) as JsonSeries
      let end = y.length
      while (end > 0 && y[end - 1] === null) end--
      const values = [...y.slice(0, end), ...future].map((value) => value ?? Number.NaN)
      return { id: String(id), y: Float64Array.from(values), period: periodOf(freq) }
    })
}

/** 2,674 spare parts by month; three values in four are zero. */
export function carParts(): DemandSet {
  const owner = "https://doi.org/10.5281/zenodo.4656022 (Monash archive, CC BY 4.0)"
  const all = parseSeries(readSet("carparts/carparts.jsonl.gz", owner))
  // 165 end early; what is left of these is too short for a year held out
  const series = all.filter(({ y }) => y.length >= 36)
  return { name: "carparts", ship: true, horizon: 12, windows: 1, series }
}

/** The M3 competition: each period with its own horizon, so four sets in one report. */
export function m3(): DemandSet[] {
  const bytes = readSet(
    "m3/m3.jsonl.gz",
    "https://forecasters.org/resources/time-series-data/m3-competition/"
  )
  const lines = bytes.toString("utf8").split("\n").filter(Boolean)
  return ["monthly", "quarterly", "yearly", "other"].map((period) => {
    const own = lines.filter((line) => line.includes(`"period":"${period}"`))
    const { h = 8 } = JSON.parse(own[0] ?? "{}") as JsonSeries
    return {
      name: `m3-${period}`,
      ship: false,
      horizon: h,
      windows: 1,
      series: parseSeries(Buffer.from(own.join("\n")))
    }
  })
}

/** 359 weekly series of the M4 competition; the last 12 years are enough of the long ones. */
export function m4Weekly(): DemandSet {
  const owner = "https://github.com/Mcompetitions/M4-methods"
  const rows = (name: string) =>
    linesOf(readSet(`m4-weekly/${name}.csv.gz`, owner)).map((line) =>
      line
        .replaceAll('"', "")
        .split(",")
        .filter((cell) => cell !== "" && cell !== "NA")
    )
  const test = rows("Weekly-test")
  const series = rows("Weekly-train").map(([id = "", ...cells], i): DemandSeries => {
    const values = [...cells, ...(test[i] ?? []).slice(1)].map(Number)
    return { id, y: Float64Array.from(values), period: 52 }
  })
  return { name: "m4-weekly", ship: false, horizon: 13, windows: 1, series }
}
