import {
  type Baskets,
  basketCount,
  basketsByBuyer,
  basketsByItem,
  itemsByBuyer,
  itemsOf,
  type Ragged
} from "../../src/features/baskets"
import { countAfter, countAlso, countTogether } from "./co-purchase"
import { easeRows, headItems, type ItemSets } from "./ease"
import { countPopularity, type Popularity } from "./popularity"
import { countRepurchase, type Repurchase } from "./repurchase"
import type { TopRows } from "./top-rows"

/** Everything that is counted or solved from a history: what the ranker weighs. */
export type Evidence = {
  baskets: Baskets
  byItem: Ragged
  byBuyer: Ragged
  popularity: Popularity
  repurchase: Repurchase
  /** Item → items of the same basket; item → items of the buyer's later baskets. */
  together: TopRows
  after: TopRows
  /** Item → items of the same buyers at any time. */
  also: TopRows
  /** EASE over baskets and over all that one buyer took. */
  easeBasket: TopRows
  easeBuyer: TopRows
}

export type EvidenceOptions = {
  /** Neighbours kept an item. */
  neighbours: number
  /** EASE looks at so many of the most common items: time grows with the cube, memory with the square. */
  head: number
}

const basketSets = ({ start, item }: Baskets): ItemSets => ({
  sets: { start, values: item },
  ridge: 30,
  weigh: (size) => 1 / Math.max(1, Math.log2(1 + size))
})

const buyerSets = (sets: Ragged): ItemSets => ({ sets, ridge: 100, weigh: () => 1 })

/** Lets the worker take a message between two long steps. */
export const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Counts and solves everything; the EASE parts run on the active tfjs backend. */
export async function gatherEvidence(
  baskets: Baskets,
  { neighbours, head }: EvidenceOptions
): Promise<Evidence> {
  const byItem = basketsByItem(baskets)
  const byBuyer = basketsByBuyer(baskets)
  const popularity = countPopularity(baskets)
  const common = headItems(popularity.all.counts, head)
  const easeBasket = await easeRows(basketSets(baskets), common, baskets.items, neighbours)
  await breathe()
  const ofBuyers = itemsByBuyer(baskets, byBuyer)
  const easeBuyer = await easeRows(buyerSets(ofBuyers), common, baskets.items, neighbours)
  await breathe()
  const together = countTogether(baskets, byItem, neighbours)
  await breathe()
  const after = countAfter(baskets, byItem, byBuyer, neighbours)
  await breathe()
  const also = countAlso(ofBuyers, baskets.items, neighbours)
  await breathe()
  const repurchase = countRepurchase(baskets, byBuyer)
  return {
    baskets,
    byItem,
    byBuyer,
    popularity,
    repurchase,
    together,
    after,
    also,
    easeBasket,
    easeBuyer
  }
}

/**
 * Takes in a longer history (the old baskets first): popularity, buyers and the rows of the items bought anew are
 * counted again; EASE, what buyers take at any time and the repurchase tables stay until the next `gatherEvidence`.
 */
export function extendEvidence(before: Evidence, baskets: Baskets): Evidence {
  const byItem = basketsByItem(baskets)
  const byBuyer = basketsByBuyer(baskets)
  const touched = new Set<number>()
  for (let b = basketCount(before.baskets); b < basketCount(baskets); b++) {
    for (const item of itemsOf(baskets, b)) touched.add(item)
  }
  const { k } = before.together
  const grown = (rows: TopRows): TopRows => growRows(rows, baskets.items)
  return {
    ...before,
    baskets,
    byItem,
    byBuyer,
    popularity: countPopularity(baskets),
    together: countTogether(baskets, byItem, k, touched, grown(before.together)),
    after: countAfter(baskets, byItem, byBuyer, k, touched, grown(before.after)),
    also: grown(before.also),
    easeBasket: grown(before.easeBasket),
    easeBuyer: grown(before.easeBuyer),
    repurchase: growRepurchase(before.repurchase, baskets.items)
  }
}

function growRows(rows: TopRows, items: number): TopRows {
  if (rows.scales.length === items) return rows
  const ids = new Uint32Array(items * rows.k)
  const codes = new Int8Array(items * rows.k)
  const scales = new Float32Array(items)
  ids.set(rows.ids)
  codes.set(rows.codes)
  scales.set(rows.scales)
  return { k: rows.k, ids, codes, scales }
}

function growRepurchase(known: Repurchase, items: number): Repurchase {
  const grow = (values: Float32Array, fill: number) => {
    const grown = new Float32Array(items).fill(fill)
    grown.set(values)
    return grown
  }
  return {
    ...known,
    rate: grow(known.rate, known.meanRate),
    logGap: grow(known.logGap, known.meanLogGap)
  }
}
