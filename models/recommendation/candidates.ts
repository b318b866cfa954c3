import { itemsOf, rowOf } from "../../src/features/baskets"
import { Accumulator } from "./accumulator"
import type { Evidence } from "./evidence"
import { logShare } from "./popularity"
import { type Profile, profileOf } from "./profile"
import { hazardAt, logDays } from "./repurchase"
import type { Similar } from "./similar"
import { addTopRow, largest, topRow } from "./top-rows"

/** For whom (0: unknown), what lies in the basket already, and when (days). */
export type Query = { buyer: number; basket: number[]; now: number }

/** What the ranker knows of one candidate, in this order. */
export const candidateFeatures = [
  // the buyer and this item
  "count",
  "share",
  "steps",
  "days",
  "due",
  "decayed",
  "hazard",
  "rate",
  // the item
  "popularity",
  "recent",
  "newest",
  "trend",
  "age",
  "idle",
  // the buyer's baskets → the item
  "together",
  "togetherMax",
  "after",
  "ease",
  "also",
  "alsoMax",
  "alsoNewest",
  "textOwn",
  // the basket → the item
  "basketTogether",
  "basketTogetherMax",
  "basketAfter",
  "basketEase",
  "basketEaseMax",
  "textBasket",
  "textBasketMax",
  "borrowed",
  "priceGap",
  // the situation
  "baskets",
  "meanSize",
  "repeatShare",
  "sinceLast",
  "basketSize",
  "distinct"
] as const
export const candidateWidth = candidateFeatures.length

/** Row-major features of the candidates `ids`. */
export type Candidates = { ids: Uint32Array; values: Float32Array }

/** Stands for "never bought by this buyer" where a number counts back. */
const never = 99
const perSource = 60
const mostOwned = 150
/** Basket items and companions whose look-alikes are candidates too: the way in for items without sales. */
const mostTextSources = 24
/** A buyer's baskets count 0.7 a step back. */
const recency = 0.7
const mostSteps = 12

const spreadNames = [
  "together",
  "after",
  "ease",
  "also",
  "alsoNewest",
  "textOwn",
  "basketTogether",
  "basketAfter",
  "basketEase",
  "textBasket"
] as const

/** Gathers candidates with their features; keeps scratch arrays of the size of the range. */
export class CandidateSource {
  private readonly sums: Record<(typeof spreadNames)[number], Accumulator>
  private readonly popular: number[]

  constructor(
    private readonly evidence: Evidence,
    private readonly similar: Similar
  ) {
    const { items } = evidence.baskets
    this.sums = Object.fromEntries(
      spreadNames.map((name) => [name, new Accumulator(items)])
    ) as typeof this.sums
    const { all, recent, newest } = evidence.popularity
    this.popular = [all, recent, newest].flatMap(({ counts }) => largest(counts, perSource))
  }

  /**
   * Everything worth ranking for the query; with `among`, exactly those items.
   * @param keep leaves a candidate out before its features are worked out, which is most of the time it takes
   */
  candidates(
    query: Query,
    among?: Uint32Array,
    keep: (item: number, candidates: number) => boolean = () => true
  ): Candidates {
    const { baskets, byBuyer } = this.evidence
    const known = query.buyer > 0 && query.buyer + 1 < byBuyer.start.length
    const own = known ? rowOf(byBuyer, query.buyer) : new Uint32Array()
    const profile = profileOf(baskets, own, query.now)
    this.spread(query, own)
    const all = among ?? this.choose(query, profile)
    const ids = all.filter((item) => keep(item, all.length))
    const values = new Float32Array(ids.length * candidateWidth)
    const price = this.usualPrice(query, profile)
    for (const [row, item] of ids.entries()) {
      this.describe(values, row * candidateWidth, item, profile, query, price)
    }
    for (const sums of Object.values(this.sums)) sums.clear()
    return { ids, values }
  }

  private spread(query: Query, own: Uint32Array): void {
    const { evidence, sums, similar } = this
    for (const [step, basket] of own.slice(-mostSteps).reverse().entries()) {
      const weight = recency ** step
      for (const item of itemsOf(evidence.baskets, basket)) {
        addTopRow(evidence.together, item, weight, sums.together)
        addTopRow(evidence.after, item, weight, sums.after)
        addTopRow(evidence.easeBuyer, item, weight, sums.ease)
        addTopRow(evidence.also, item, weight, sums.also)
        if (step === 0) addTopRow(evidence.also, item, 1, sums.alsoNewest)
        addTopRow(similar.rows, item, weight, sums.textOwn)
      }
    }
    for (const item of query.basket) {
      addTopRow(evidence.together, item, 1, sums.basketTogether)
      addTopRow(evidence.after, item, 1, sums.basketAfter)
      addTopRow(evidence.easeBasket, item, 1, sums.basketEase)
      addTopRow(similar.rows, item, 1, sums.textBasket)
    }
  }

  private choose(query: Query, profile: Profile): Uint32Array {
    const { sums } = this
    const chosen = new Set(this.popular)
    for (const item of [...profile.items.keys()].slice(-mostOwned)) chosen.add(item)
    for (const name of spreadNames) for (const item of best(sums[name], perSource)) chosen.add(item)
    const sources = [...query.basket, ...best(sums.basketTogether, mostTextSources)]
    for (const item of sources.slice(0, mostTextSources)) {
      for (const { id } of topRow(this.similar.rows, item).slice(0, 8)) chosen.add(id)
    }
    for (const item of query.basket) chosen.delete(item)
    return Uint32Array.from(chosen)
  }

  /** Mean ln price of the basket, else of what the buyer took; NaN when no price is known. */
  private usualPrice(query: Query, profile: Profile): number {
    const items = query.basket.length > 0 ? query.basket : [...profile.items.keys()]
    const known = items.map((item) => this.similar.logPrice[item] ?? 0).filter(Number.isFinite)
    return known.reduce((sum, value) => sum + value, 0) / known.length
  }

  /** Writes the features of one candidate, in the order of `candidateFeatures`. */
  private describe(
    out: Float32Array,
    start: number,
    item: number,
    profile: Profile,
    query: Query,
    usualPrice: number
  ): void {
    const { evidence, sums, similar } = this
    const { popularity, repurchase } = evidence
    const owned = profile.items.get(item)
    const own = (value: number | undefined, other: number) => (owned && value) ?? other
    const itemGap = repurchase.logGap[item] ?? 0
    const expectedGap = owned?.gap ? (logDays(owned.gap) + itemGap) / 2 : itemGap
    const since = (moment: number) => Math.log1p(Math.min(1e4, Math.max(0, query.now - moment)))
    const share = logShare(popularity.all, item)
    const recent = logShare(popularity.recent, item)
    const priceGap = (similar.logPrice[item] ?? Number.NaN) - usualPrice
    // what its look-alikes would score: the stand-in for an item without sales of its own
    const borrowed = topRow(similar.rows, item)
      .slice(0, 10)
      .reduce((sum, { id, value }) => sum + value * (sums.basketTogether.values[id] ?? 0), 0)
    let at = start
    out[at++] = own(owned?.count, 0)
    out[at++] = owned ? owned.count / profile.baskets : 0
    out[at++] = own(owned?.steps, never)
    out[at++] = owned ? Math.log1p(owned.days) : never
    out[at++] = owned ? logDays(owned.days) - expectedGap : -never
    out[at++] = own(owned?.decayed, 0)
    out[at++] = owned ? hazardAt(repurchase, owned.count, owned.steps) : 0
    out[at++] = repurchase.rate[item] ?? 0
    out[at++] = share
    out[at++] = recent
    out[at++] = logShare(popularity.newest, item)
    out[at++] = recent - share
    out[at++] = since(popularity.firstAt[item] ?? 0)
    out[at++] = since(popularity.lastAt[item] ?? 0)
    out[at++] = sums.together.values[item] ?? 0
    out[at++] = sums.together.best[item] ?? 0
    out[at++] = sums.after.values[item] ?? 0
    out[at++] = sums.ease.values[item] ?? 0
    out[at++] = sums.also.values[item] ?? 0
    out[at++] = sums.also.best[item] ?? 0
    out[at++] = sums.alsoNewest.values[item] ?? 0
    out[at++] = sums.textOwn.best[item] ?? 0
    out[at++] = sums.basketTogether.values[item] ?? 0
    out[at++] = sums.basketTogether.best[item] ?? 0
    out[at++] = sums.basketAfter.values[item] ?? 0
    out[at++] = sums.basketEase.values[item] ?? 0
    out[at++] = sums.basketEase.best[item] ?? 0
    out[at++] = sums.textBasket.values[item] ?? 0
    out[at++] = sums.textBasket.best[item] ?? 0
    out[at++] = borrowed
    out[at++] = Number.isFinite(priceGap) ? Math.abs(priceGap) : 0
    out[at++] = profile.baskets
    out[at++] = profile.meanSize
    out[at++] = profile.repeatShare
    out[at++] = profile.sinceLast / (profile.meanInterval ?? 30)
    out[at++] = query.basket.length
    out[at++] = profile.items.size
  }
}

/** Items with the largest sums. */
function best(sums: Accumulator, k: number): number[] {
  const { touched } = sums
  const values = Float32Array.from(touched, (item) => sums.values[item] ?? 0)
  return largest(values, k).map((at) => touched[at] ?? 0)
}
