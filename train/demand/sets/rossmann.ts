import type { DemandSeries } from "../../../src/features/demand-series"
import { readZip } from "../../../src/import/zip"
import { type DemandSet, readSet } from "./set"

/** Sales of 100 shops by day with promotion and school holidays known ahead; a closed day is one without demand. */
export async function rossmann(): Promise<DemandSet> {
  const bytes = readSet(
    "rossmann/rossmann-sales.xlsx",
    "https://www.kaggle.com/c/rossmann-store-sales"
  )
  const path = "xl/worksheets/sheet1.xml"
  const entry = (await readZip(new Blob([new Uint8Array(bytes)]))).find(({ name }) => name === path)
  if (!entry) throw new Error("rossmann-sales.xlsx has no first sheet")
  const sheet = await new Response(entry.open()).text()
  const shops = new Map<string, Map<number, [number, number, number, number]>>()
  for (const [, row = ""] of sheet.matchAll(/<row r="\d+"[^>]*>(.*?)<\/row>/gs)) {
    const cell: Record<string, string> = {}
    for (const [, column = "", value = ""] of row.matchAll(
      /<c r="([A-I])\d+"[^>]*><v>([^<]*)<\/v>/g
    ))
      cell[column] = value
    const date = Number(cell.C)
    if (!(date > 30_000) || !cell.A) continue
    const days = shops.get(cell.A) ?? new Map()
    days.set(date, [Number(cell.D), Number(cell.F), Number(cell.G), Number(cell.I)])
    shops.set(cell.A, days)
  }
  const series = [...shops].map(([id, days]): DemandSeries => {
    const first = Math.min(...days.keys())
    const length = Math.max(...days.keys()) - first + 1
    const y = new Float64Array(length).fill(Number.NaN)
    const values = new Float64Array(length * 2)
    for (const [date, [sales, open, promo, school]] of days) {
      if (open) y[date - first] = sales
      values[(date - first) * 2] = promo
      values[(date - first) * 2 + 1] = school
    }
    return { id, y, period: 7, known: { columns: 2, values } }
  })
  return { name: "rossmann", ship: false, horizon: 28, windows: 3, series }
}
