import "@tensorflow/tfjs-backend-cpu"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as tf from "@tensorflow/tfjs-core"
import { beforeAll, describe, expect, it } from "vitest"
import { seededRandom } from "../../../models/anomaly/random"
import type { ModelManifest } from "../../../models/model"
import { RecommendationModel } from "../../../models/recommendation"
import { StaleFit } from "../../../models/recommendation/state"
import { type Basket, type Baskets, toBaskets } from "../../../src/features/baskets"

const folder = join(import.meta.dirname, "../../../models/recommendation")
const items = 60

const load = () => {
  const manifest = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")) as ModelManifest
  const weights = new Uint8Array(readFileSync(join(folder, "weights.bin"))).buffer
  return RecommendationModel.load({ manifest, weights })
}

/** Item 2n is often taken with 2n + 1; buyer b comes back for item b % 60. */
function shop(count: number, from = 0): Basket[] {
  const random = seededRandom(5 + from)
  return Array.from({ length: count }, (_, i): Basket => {
    const buyer = 1 + Math.floor(random() * 60)
    const first = random() < 0.5 ? buyer % items : Math.floor(random() * items)
    const basket = [first]
    if (random() < 0.6) basket.push(first ^ 1)
    return { buyer, at: from + i / 10, items: basket }
  })
}

const products = Array.from({ length: items }, (_, i) => ({
  title: i === 58 ? "Blue ceramic mug" : i === 59 ? "Ceramic mug, blue" : `Thing number ${i}`
}))

describe("recommendation model", () => {
  let model: RecommendationModel
  let history: Baskets

  beforeAll(async () => {
    await tf.setBackend("cpu")
    model = await load()
    history = toBaskets(shop(1_500), items)
    expect(await model.fit(history, products)).toBe(true)
  })

  it("suggests the companion for a basket", async () => {
    const [answer] = await model.predict([{ task: "with", buyer: 0, basket: [12], now: 151, k: 3 }])
    expect(answer?.[0]?.item).toBe(13)
    expect(answer?.[0]?.chance).toBeGreaterThan(0.2)
    expect(answer?.map(({ item }) => item)).not.toContain(12)
  })

  it("suggests what a buyer comes back for, and better than best sellers on held-out orders", async () => {
    const [answer] = await model.predict([{ task: "next", buyer: 7, basket: [], now: 151, k: 3 }])
    expect(answer?.map(({ item }) => item)).toContain(7)
    const next = model.knowledge?.quality.find(({ task }) => task === "next")
    expect(next?.cases).toBeGreaterThan(20)
    expect(next?.ours.recall).toBeGreaterThan((next?.popular.recall ?? 1) * 1.5)
  })

  it("knows look-alikes by their texts", () => {
    const rows = model.knowledge?.similar.rows
    const nearest = rows?.ids[58 * rows.k]
    expect(nearest).toBe(59)
  })

  it("ranks exactly the items asked about", async () => {
    const among = Uint32Array.of(3, 58, 59)
    const [answer] = await model.predict([
      { task: "with", buyer: 0, basket: [2], now: 151, k: 10, among }
    ])
    expect(answer?.map(({ item }) => item).sort((a, b) => a - b)).toEqual([3, 58, 59])
    expect(answer?.[0]?.item).toBe(3)
  })

  it("refuses what is not finite", async () => {
    const request = { task: "next" as const, buyer: 1, basket: [], now: Number.NaN, k: 3 }
    await expect(model.predict([request])).rejects.toThrow(RangeError)
  })

  it("counts in new orders and a new product", async () => {
    const more = Array.from(
      { length: 60 },
      (_, i): Basket => ({ buyer: 0, at: 160 + i / 100, items: [4, items] })
    )
    const longer = toBaskets([...shop(1_500), ...more], items + 1)
    await model.update(longer, [...products, { title: "Novelty" }])
    const [answer] = await model.predict([
      { task: "with", buyer: 0, basket: [items], now: 161, k: 3 }
    ])
    expect(answer?.[0]?.item).toBe(4)
  })

  it("continues in a next life where it stopped, and says when the history was rewritten", async () => {
    await model.fit(history, products)
    const request = { task: "next" as const, buyer: 3, basket: [], now: 151, k: 5 }
    const next = await load()
    await next.use(structuredClone(model.state()), history, products)
    expect(await next.predict([request])).toEqual(await model.predict([request]))
    const older = toBaskets([{ buyer: 1, at: -5, items: [1] }, ...shop(1_500)], items)
    await expect(next.use(model.state(), older, products)).rejects.toThrow(StaleFit)
  })

  it("lets counts rank where nobody ever came back", async () => {
    const strangers = await load()
    const once = shop(600).map((one, i) => ({
      ...one,
      buyer: i + 1,
      items: [i % 7 ? i % items : 9]
    }))
    const only = toBaskets(once, items)
    await strangers.fit(only, products)
    expect(strangers.knowledge?.rankers.next.counts).toBe(1)
    expect(model.knowledge?.rankers.next.counts).toBeLessThan(1)
    const request = { task: "next" as const, buyer: 3, basket: [], now: 61, k: 3 }
    const [answer] = await strangers.predict([request])
    expect(answer?.map(({ item }) => item)).toContain(9)
    const { counts } = strangers.knowledge?.evidence.popularity.all ?? { counts: [] }
    expect(counts[9]).toBe(Math.max(...counts))
  })

  it("learns nothing from too few orders", async () => {
    const empty = await load()
    expect(await empty.fit(toBaskets(shop(20), items), products)).toBe(false)
    await expect(
      empty.predict([{ task: "next", buyer: 1, basket: [], now: 1, k: 1 }])
    ).rejects.toThrow("no fit in use")
  })
})
