import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { gunzipSync } from "node:zlib"
import { MissingData } from "../../bench/metric"
import type { ProductText } from "../../models/recommendation/text-tower"

const folder = () => resolve(process.env.PORTSIDE_DATA ?? "../shared/datasets")

/** Text of a file, unpacked by its ending. @throws MissingData */
export function textFile(file: string, help = "no such file"): string {
  if (!existsSync(file)) throw new MissingData(`${file} is missing: ${help}`)
  const bytes = readFileSync(file)
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
}

/** Text of a public data file under PORTSIDE_DATA. @throws MissingData naming the owner's page */
export const dataText = (path: string, owner: string) =>
  textFile(resolve(folder(), path), `set PORTSIDE_DATA, or get it from ${owner}`)

const day = 86_400_000
/** Where the first file gives way to the second: they overlap in December 2010. */
const seam = Date.UTC(2010, 11, 1)
const notProducts =
  /^(POST|DOT|M|C2|C3|D|S|B|BANK CHARGES|ADJUST.*|AMAZONFEE|GIFT.*|PADS|CRUK|TEST.*|DCGS.*|SP1002)$/
const retailFiles = ["online_retail_II_2009-2010.csv.gz", "online_retail_I_2010-2011.csv.gz"]
const retailOwner = "https://doi.org/10.24432/C5CG6D (UCI, Chen 2019, CC BY 4.0)"

/** `at` in days since 1970. */
export type RetailLine = {
  invoice: string
  sku: string
  title: string
  at: number
  price: number
  customer: string
}

/** Online Retail I and II: sold lines (positive quantity and price, not cancelled, products only), oldest first. */
export function retailLines(): RetailLine[] {
  const lines: RetailLine[] = []
  for (const [part, file] of retailFiles.entries()) {
    for (const line of dataText(`online-retail/${file}`, retailOwner).split(/\r?\n/).slice(1)) {
      const match =
        /^([^,]*),([^,]*),(?:"((?:[^"]|"")*)"|([^,]*)),([^,]*),([^,]*),([^,]*),([^,]*),/.exec(line)
      if (!match) continue
      const [, invoice = "", code = "", quoted, plain, quantity, date = "", price, customer = ""] =
        match
      const at = Date.parse(date)
      const sku = code.toUpperCase().trim()
      const elsewhere = part === 0 ? at >= seam : at < seam
      if (invoice.startsWith("C") || elsewhere || notProducts.test(sku)) continue
      if (!(Number(quantity) > 0 && Number(price) > 0)) continue
      const title = (quoted?.replaceAll('""', '"') ?? plain ?? "").trim()
      lines.push({ invoice, sku, title, at: at / day, price: Number(price), customer })
    }
  }
  return lines.sort((a, b) => a.at - b.at)
}

const offersOwner = "https://archive.ics.uci.edu/dataset/837 (CC BY 4.0)"

/** PriceRunner: offers of one product together, with the owner's number of that product. */
export function priceRunnerClusters(): { cluster: number; offers: ProductText[] }[] {
  const clusters = new Map<number, ProductText[]>()
  const text = dataText("pricerunner/pricerunner_aggregate.csv.gz", offersOwner)
  for (const line of text.split(/\r?\n/)) {
    const match = /^\d+,(?:"((?:[^"]|"")*)"|([^,]*)),\d+,(\d+),.*,\d+,([^,]*)$/.exec(line)
    if (!match) continue
    const [, quoted, plain, cluster, category = ""] = match
    const title = quoted?.replaceAll('""', '"') ?? plain ?? ""
    const own = clusters.get(Number(cluster)) ?? []
    own.push({ title, category })
    clusters.set(Number(cluster), own)
  }
  return [...clusters].map(([cluster, offers]) => ({ cluster, offers }))
}
