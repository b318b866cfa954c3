import { towerWidth } from "../../models/recommendation/text-tower"
import { itemsOf } from "../../src/features/baskets"
import {
  type ListingQuality,
  listingQuality,
  type SoldListing
} from "../../src/features/listing-quality"
import { textGrams } from "../../src/features/text-hash"
import { retailReportFrom, retailShop } from "../../train/recommendation/retail-shop"
import type { Metric } from "../metric"
import { loadShippedRecommendation } from "../recommendation/shipped"

/** Shared ranks of values, 0 the smallest. */
function ranksOf(values: number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).toSorted((a, b) => a.value - b.value)
  const ranks: number[] = []
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to++
    for (let at = from; at <= to; at++) ranks[order[at]?.i ?? 0] = (from + to) / 2
    from = to + 1
  }
  return ranks
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Spearman's rank correlation. */
function spearman(a: number[], b: number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)]
  const [mx, my] = [mean(x), mean(y)]
  const sum = (one: number[], two: number[], m1: number, m2: number) =>
    one.reduce((total, value, i) => total + (value - m1) * ((two[i] ?? 0) - m2), 0)
  return sum(x, y, mx, my) / Math.sqrt(sum(x, x, mx, mx) * sum(y, y, my, my))
}

function metricsOf(id: string, listings: SoldListing[], note: string): Metric[] {
  const found = listingQuality(listings)
  const told = listings.flatMap((one): { one: SoldListing; quality: ListingQuality }[] => {
    const quality = found.get(one.id)
    return quality ? [{ one, quality }] : []
  })
  const n = listings.length
  if (told.length === 0) {
    return [
      { id: `listing.quality.${id}.skill`, value: 0, unit: "share", n, note: `none; ${note}` }
    ]
  }
  const inside = told.filter(
    ({ one, quality }) =>
      one.units >= Math.floor(quality.low) && one.units <= Math.ceil(quality.high)
  )
  return [
    {
      id: `listing.quality.${id}.skill`,
      value: told[0]?.quality.skill ?? 0,
      unit: "share",
      n,
      note: `of the variance of log sales, each product left out; ${note}`
    },
    {
      id: `listing.quality.${id}.rank`,
      value: spearman(
        told.map(({ quality }) => quality.units),
        told.map(({ one }) => one.units)
      ),
      unit: "",
      n,
      note: `Spearman of expected and real sales; ${note}`
    },
    {
      id: `listing.quality.${id}.covered`,
      value: inside.length / told.length,
      unit: "share",
      n,
      note: `sales inside the 80 % range; ${note}`
    }
  ]
}

/** The same words and sub-words in as many numbers, without any training: a random sign and place for each. */
function untrained(title: string): Float32Array {
  const vector = new Float32Array(towerWidth)
  for (const hash of textGrams(title, { words: 2, chars: [3, 5] })) {
    const place = hash % towerWidth
    vector[place] = (vector[place] ?? 0) + ((hash >>> 16) & 1 ? 1 : -1)
  }
  return vector
}

/**
 * What titles tell of sales in a real shop: products of Online Retail and their orders from Sep to Dec 2011. The text
 * tower has seen this shop's earlier baskets and titles, so it knows it better than a seller's; the untrained vector
 * has not. Baselines: the title's length alone, which other tools reward, and the price alone.
 */
export async function titleQualityMetrics(): Promise<Metric[]> {
  const { baskets, products } = retailShop()
  const orders = new Float64Array(products.length)
  for (let b = 0; b < baskets.at.length; b++) {
    if ((baskets.at[b] ?? 0) < retailReportFrom) continue
    for (const item of itemsOf(baskets, b)) orders[item] = (orders[item] ?? 0) + 1
  }
  const model = await loadShippedRecommendation()
  const vectors = model.embed(products.map(({ title }) => ({ title })))
  const sold = products.flatMap(({ title, price }, i): SoldListing[] => {
    const vector = vectors[i]
    if (!vector || !title || (orders[i] ?? 0) === 0) return []
    return [{ id: String(i), units: orders[i] ?? 0, vector, text: { title, price } }]
  })
  model.dispose()
  const none = new Float32Array(0)
  const byLength = sold.map(({ id, units, text }) => ({
    id,
    units,
    vector: none,
    text: { title: text.title }
  }))
  const byPrice = sold.map(({ id, units, text }) => ({
    id,
    units,
    vector: none,
    text: { title: "", price: text.price }
  }))
  const note = "Online Retail, Sep to Dec 2011"
  return [
    ...metricsOf("title_and_price", sold, note),
    ...metricsOf(
      "title",
      sold.map((one) => ({ ...one, text: { title: one.text.title } })),
      note
    ),
    ...metricsOf(
      "title_untrained",
      sold.map(({ text, ...one }) => ({
        ...one,
        vector: untrained(text.title),
        text: { title: text.title }
      })),
      note
    ),
    ...metricsOf("length_only", byLength, note),
    ...metricsOf("price_only", byPrice, note)
  ]
}
