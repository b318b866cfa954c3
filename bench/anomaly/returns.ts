import type { AnomalyModel } from "../../models/anomaly"
import type { Order } from "../../src/domain/order"
import { featureIndex, type OrderFeature } from "../../src/features/order-features"
import { replayRows } from "../../train/anomaly/worlds"
import { bootstrap } from "../bootstrap"
import type { Metric } from "../metric"
import { auroc } from "../ranking"
import { readCsvGz } from "./csv"

export const retailOwner = "https://archive.ics.uci.edu/dataset/352/online+retail"

const historyShare = 0.5
/** Orders of which at least this part of the value came back. */
const returnedFrom = 0.5
const names = new Intl.DisplayNames("en", { type: "region" })
const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
const countryCodes = new Map(
  letters.flatMap((a) => letters.map((b) => [names.of(a + b) ?? "", a + b] as const))
)
const renamed: Record<string, string> = { EIRE: "IE", USA: "US", RSA: "ZA", "Czech Republic": "CZ" }

type Line = { sku: string; quantity: number; minor: number }
type Invoice = { at: number; customer: string; country: string; lines: Line[]; back: number }

/** Invoices with positive lines in time, each with the value that cancellations (C…) of its buyer took back later. */
function invoicesOf(path: string): [string, Invoice][] {
  const invoices = new Map<string, Invoice>()
  const bought = new Map<string, { invoice: Invoice; line: Line; left: number }[]>()
  const records = readCsvGz(path)
    .map((record) => ({ record, at: Date.parse(record.InvoiceDate ?? "") }))
    .filter(({ record, at }) => Number.isFinite(at) && /^\d{5}/.test(record.StockCode ?? ""))
    .sort((a, b) => a.at - b.at)
  for (const { record, at } of records) {
    const { InvoiceNo: id = "", CustomerID: customer = "", Country: country = "" } = record
    const line = {
      sku: (record.StockCode ?? "").toUpperCase(),
      quantity: Number(record.Quantity),
      minor: Math.round(Number(record.UnitPrice) * 100)
    }
    const key = `${customer} ${line.sku}`
    if (line.quantity > 0 && !id.startsWith("C")) {
      const invoice = invoices.get(id) ?? { at, customer, country, lines: [], back: 0 }
      invoices.set(id, invoice)
      invoice.lines.push(line)
      bought.set(key, [...(bought.get(key) ?? []), { invoice, line, left: line.quantity }])
    }
    if (id.startsWith("C") && customer) {
      // the newest purchase that still has so many pieces is the one that came back
      const from = bought.get(key)?.findLast(({ left }) => left >= -line.quantity)
      if (from) {
        from.left += line.quantity
        from.invoice.back += -line.quantity * from.line.minor
      }
    }
  }
  return [...invoices]
}

const worthOf = ({ lines }: Invoice) =>
  lines.reduce((sum, { quantity, minor }) => sum + quantity * minor, 0)

function toOrder([id, invoice]: [string, Invoice]): { order: Order; returned: boolean } {
  const total = worthOf(invoice)
  const returned = total > 0 && invoice.back >= returnedFrom * total
  const code = renamed[invoice.country] ?? countryCodes.get(invoice.country)
  const price = (minor: number) => ({ minor, currency: "GBP" })
  return {
    returned,
    order: {
      id: `retail:uci:${id}`,
      marketplace: "retail",
      account: "uci",
      nativeId: id,
      status: returned ? "refunded" : "paid",
      placedAt: invoice.at,
      total: price(total),
      items: invoice.lines.map(({ sku, quantity, minor }) => ({
        sku,
        quantity,
        unitPrice: price(minor)
      })),
      ...(invoice.customer && { buyer: invoice.customer }),
      ...(code && { shipCountry: code }),
      firstReadAt: invoice.at,
      readAt: invoice.at
    }
  }
}

/** A real label: which later orders of a real shop came back, scored when they were placed. */
export async function evaluateReturns(model: AnomalyModel, path: string): Promise<Metric[]> {
  const all = invoicesOf(path).map(toOrder)
  const rows = replayRows(all.map(({ order }) => order))
  const split = Math.floor(all.length * historyShare)
  const fit = await model.fit(rows.slice(0, split), { alertRate: 0.01, seed: 1 })
  if (!fit) throw new Error("too few invoices")
  const later = rows.slice(split)
  const labels = all.slice(split).map(({ returned }) => returned)
  const ours = (await model.predict(later)).map(({ probability }) => probability)
  const column = (name: OrderFeature) => later.map((row) => row[featureIndex[name]] ?? 0)
  const { low, high } = bootstrap(labels.length, (chosen) =>
    auroc(
      chosen.map((i) => ours[i] ?? 0),
      chosen.map((i) => labels[i] ?? false)
    )
  )
  const metric = (id: string, value: number, note: string): Metric => ({
    id: `anomaly.returns.${id}`,
    value,
    unit: "",
    n: labels.length,
    note
  })
  return [
    metric(
      "auroc",
      auroc(ours, labels),
      `Online Retail, later half: ${labels.filter(Boolean).length} orders came back; 95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}`
    ),
    metric("auroc_amount", auroc(column("amountVsShop"), labels), "amount against the shop alone"),
    metric(
      "auroc_past_returns",
      auroc(column("buyerReturns"), labels),
      "earlier returns of the buyer alone"
    )
  ]
}
