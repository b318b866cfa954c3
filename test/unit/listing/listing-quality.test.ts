import { describe, expect, it } from "vitest"
import { seededRandom } from "../../../models/anomaly/random"
import { listingQuality, type SoldListing } from "../../../src/features/listing-quality"

/** Listings whose first number of the vector moves log sales by `slope`. */
function shop(n: number, slope: number, seed = 3): SoldListing[] {
  const random = seededRandom(seed)
  return Array.from({ length: n }, (_, i) => {
    const vector = Float32Array.from({ length: 8 }, () => random() - 0.5)
    const log = 2 + slope * (vector[0] ?? 0) + (random() - 0.5)
    return {
      id: String(i),
      units: Math.round(Math.exp(log)),
      vector,
      text: { title: `Mug no ${i}`, price: 5 + random() }
    }
  })
}

describe("what titles and attributes let expect", () => {
  it("ranks titles as they sell, with a range that holds eight of ten", () => {
    const listings = shop(300, 4)
    const found = listingQuality(listings)
    const skill = found.get("0")?.skill ?? 0
    expect(skill).toBeGreaterThan(0.6)
    const inside = listings.filter(({ id, units }) => {
      const { low = 0, high = 0 } = found.get(id) ?? {}
      return units >= Math.floor(low) && units <= Math.ceil(high)
    })
    expect(inside.length / listings.length).toBeGreaterThan(0.74)
    const [best] = listings.toSorted((a, b) => (b.vector[0] ?? 0) - (a.vector[0] ?? 0))
    expect(found.get(best?.id ?? "")?.score).toBeGreaterThan(90)
  })
  it("says nothing where titles tell nothing, or where there are too few", () => {
    const silent = [1, 2, 3, 4, 5].filter((seed) => listingQuality(shop(200, 0, seed)).size === 0)
    expect(silent.length).toBeGreaterThanOrEqual(4)
    expect(listingQuality(shop(59, 4)).size).toBe(0)
  })
  it("a listing's own sales do not move its own expectation", () => {
    const listings = shop(200, 4)
    const [first, ...others] = listings
    if (!first) throw new Error("no listing")
    const before = listingQuality(listings).get("0")?.units ?? 0
    const after =
      listingQuality([{ ...first, units: first.units * 20 }, ...others]).get("0")?.units ?? 0
    // only through the deviations of the columns and the penalty that is chosen
    expect(after / before).toBeGreaterThan(0.8)
    expect(after / before).toBeLessThan(1.25)
  })
})
