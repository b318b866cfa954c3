import type { DemandSeries } from "../../../src/features/demand-series"
import { type DemandSet, linesOf, readSet } from "./set"

const owner = "https://doi.org/10.24432/C5CG6D (UCI 502 and 352, Chen 2019, CC BY 4.0)"
const day = 86_400_000
export const retailStart = Date.UTC(2009, 11, 1)
/** Where the first file gives way to the second: they overlap in December 2010. */
const seam = Date.UTC(2010, 11, 1)
export const retailDays = 739
const notProducts =
  /^(POST|DOT|M|C2|C3|D|S|B|BANK CHARGES|ADJUST.*|AMAZONFEE|GIFT_0001_.*|PADS|CRUK|TEST.*|GIFT|DCGS.*|SP1002)$/

export type RetailLine = {
  sku: string
  at: number
  quantity: number
  price: number
  customer: string
}

/** Sold lines (positive quantity and price, not cancelled, products only), oldest first. */
export function retailLines(): RetailLine[] {
  const files = ["online_retail_II_2009-2010.csv.gz", "online_retail_I_2010-2011.csv.gz"]
  const lines: RetailLine[] = []
  files.forEach((file, part) => {
    for (const line of linesOf(readSet(`online-retail/${file}`, owner))) {
      const match =
        /^([^,]*),([^,]*),(?:"(?:[^"]|"")*"|[^,]*),([^,]*),([^,]*),([^,]*),([^,]*),/.exec(line)
      if (!match) continue
      const [, invoice = "", code = "", quantity, date = "", price, customer = ""] = match
      const at = Date.parse(date)
      const sku = code.toUpperCase().trim()
      if (invoice.startsWith("C") || (part === 0 ? at >= seam : at < seam) || notProducts.test(sku))
        continue
      if (Number(quantity) > 0 && Number(price) > 0) {
        lines.push({ sku, at, quantity: Number(quantity), price: Number(price), customer })
      }
    }
  })
  return lines.sort((a, b) => a.at - b.at)
}

/** Units a step of every product that was sold in at least `fewestWeeks` weeks, from its first sale on. */
function seriesOf(
  lines: RetailLine[],
  stepDays: number,
  period: number,
  fewestWeeks: number
): DemandSeries[] {
  const steps = Math.floor(retailDays / stepDays)
  const skip = retailDays - steps * stepDays
  const units = new Map<string, { y: Float64Array; weeks: Set<number>; first: number }>()
  for (const { sku, at, quantity } of lines) {
    const date = Math.floor((at - retailStart) / day)
    const step = Math.floor((date - skip) / stepDays)
    if (step < 0 || step >= steps) continue
    const item = units.get(sku) ?? { y: new Float64Array(steps), weeks: new Set(), first: step }
    item.y[step] = (item.y[step] ?? 0) + quantity
    item.weeks.add(Math.floor(date / 7))
    units.set(sku, item)
  }
  return [...units]
    .filter(([, { weeks }]) => weeks.size >= fewestWeeks)
    .map(([id, { y, first }]) => ({ id, y: y.subarray(first), period }))
}

export function onlineRetail(): DemandSet[] {
  const lines = retailLines()
  return [
    {
      name: "online-retail",
      ship: true,
      horizon: 28,
      windows: 2,
      series: seriesOf(lines, 1, 7, 52)
    },
    {
      name: "online-retail-weekly",
      ship: true,
      horizon: 13,
      windows: 1,
      series: seriesOf(lines, 7, 52, 26)
    }
  ]
}
