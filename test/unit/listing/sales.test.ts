import { describe, expect, it } from "vitest"
import { seededRandom } from "../../../models/anomaly/random"
import { peerSales } from "../../../src/features/peer-sales"
import { priceElasticity } from "../../../src/features/price-elasticity"
import { titleIndex } from "../../../src/features/similar-titles"
import { studentQuantile } from "../../../src/features/student-t"
import { wordEffects } from "../../../src/features/title-words"

const random = seededRandom(7)
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const poisson = (mean: number) => {
  let [k, p] = [0, random()]
  for (const limit = Math.exp(-mean); p > limit; k++) p *= random()
  return k
}

describe("Student's t", () => {
  it("has the quantiles of the printed table", () => {
    expect(studentQuantile(0.975, 5)).toBeCloseTo(2.571, 2)
    expect(studentQuantile(0.975, 30)).toBeCloseTo(2.042, 3)
    expect(studentQuantile(0.995, 10)).toBeCloseTo(3.169, 2)
    expect(studentQuantile(0.9999, 1_000)).toBeCloseTo(3.732, 2)
    expect(studentQuantile(0.975, 2)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe("words that sell", () => {
  const kinds = ["steel", "oak", "linen", "brass"]
  const shop = (lift: number) =>
    Array.from({ length: 120 }, (_, i) => {
      const waterproof = i % 3 === 0
      const title = `${kinds[i % 4]} box ${waterproof ? "waterproof" : "plain"} no ${i}`
      return { title, unitsPerDay: Math.exp(normal() * 0.5) * (waterproof ? lift : 1) }
    })
  it("finds a planted word, with the truth inside its interval", () => {
    const found = wordEffects(shop(2)).find(({ word }) => word === "waterproof")
    expect(found?.low).toBeLessThan(2)
    expect(found?.high).toBeGreaterThan(2)
    expect(found?.low).toBeGreaterThan(1)
  })
  it("finds nothing, in 20 shops, where words make no difference", () => {
    const false_ = Array.from({ length: 20 }, () => wordEffects(shop(1)).length)
    expect(false_.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(3)
  })
  it("says nothing of a small shop", () => {
    expect(wordEffects(shop(3).slice(0, 8))).toEqual([])
  })
})

describe("price elasticity", () => {
  const weeks = (truth: number) =>
    Array.from({ length: 60 }, (_, i) => {
      const price = [900, 1_000, 1_100, 1_250][i % 4] as number
      return { price, units: poisson(20 * (price / 1_000) ** truth) }
    })
  it("covers the truth about 95 times in 100", () => {
    const covered = Array.from({ length: 200 }, () => priceElasticity(weeks(-1.5))).filter(
      (found) => found && found.low <= -1.5 && found.high >= -1.5
    )
    expect(covered.length).toBeGreaterThan(180)
  })
  it("says nothing of one price, few weeks or prices that hardly differ", () => {
    expect(priceElasticity(weeks(-1).map((week) => ({ ...week, price: 1_000 })))).toBeUndefined()
    expect(priceElasticity(weeks(-1).slice(0, 11))).toBeUndefined()
    expect(
      priceElasticity(weeks(-1).map((week, i) => ({ ...week, price: 1_000 + (i % 3) })))
    ).toBeUndefined()
  })
})

describe("sales of products like it", () => {
  /** Ten kinds of product; `effect`: how much the kind decides what sells. */
  const products = (effect: number) =>
    Array.from({ length: 80 }, (_, i) => ({
      id: `p${i}`,
      units: Math.round(Math.exp(2 + effect * ((i % 10) / 4) + normal() * 0.4)),
      peers: Array.from({ length: 80 }, (_, j) => ({ id: `p${j}`, likeness: 0.9 })).filter(
        ({ id }) => Number(id.slice(1)) % 10 === i % 10
      )
    }))
  it("tells them where likeness explains sales, and how well", () => {
    const found = [...peerSales(products(1)).values()]
    expect(found.length).toBe(80)
    expect(found[0]?.skill).toBeGreaterThan(0.5)
    expect(found.every(({ low, units, high }) => low <= units && units <= high)).toBe(true)
  })
  it("tells nothing where it explains nothing, or of few products", () => {
    expect(peerSales(products(0)).size).toBe(0)
    expect(peerSales(products(1).slice(0, 20)).size).toBe(0)
  })
})

describe("similar titles", () => {
  const items = [
    { title: "Vacuum bottle steel 750 ml blue" },
    { title: "Vacuum bottle, steel, 750ml - Blue" },
    { title: "Linen tablecloth 140 cm" },
    { title: "不锈钢保温杯 750 毫升 蓝色" },
    {}
  ]
  const index = titleIndex(items)
  it("ranks by likeness and leaves strangers out", () => {
    const found = index.similar("Vacuum bottle steel 750 ml blue", 0.5)
    expect(found.map(({ item }) => item)).toEqual(items.slice(0, 2))
    expect(found[0]?.likeness).toBeCloseTo(1, 6)
    expect(index.similar("不锈钢保温杯 蓝色 750", 0.5)[0]?.item).toBe(items[3])
    expect(index.similar("Brass lamp", 0.1)).toEqual([])
  })
  it("stays quick in a catalogue of 10,000", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      title: `${items[i % 4]?.title} no ${i}`
    }))
    const start = performance.now()
    const large = titleIndex(many)
    for (let i = 0; i < 20; i++) large.similar(many[i * 400]?.title ?? "", 0.9)
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
