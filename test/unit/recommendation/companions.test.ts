import { describe, expect, it } from "vitest"
import { companionsOf } from "../../../background/companions"
import type { RecommendationModel, Request } from "../../../models/recommendation"
import type { Basket } from "../../../src/features/baskets"
import { view } from "./made-view"

const together = Array.from(
  { length: 20 },
  (_, i): Basket => ({ buyer: 0, at: 900 + i, items: [0, 1] })
)

/** Says that item 1 goes with everything, and remembers what it was asked. */
function asked() {
  const items: number[] = []
  const predict = async (batch: Request[]) => {
    for (const { basket } of batch) items.push(...basket)
    return batch.map(() => [{ item: 1, chance: 0.5 }])
  }
  return { model: { predict } as unknown as RecommendationModel, items }
}

describe("what stands beside a product", () => {
  it("is ranked for every product at first", async () => {
    const { model, items } = asked()
    const rows = await companionsOf(model, view(together), [], 0)
    expect(items).toHaveLength(rows.length)
    expect(rows[0]?.goesWith).toMatchObject([{ sku: "S1", together: 20, price: 2_000 }])
    // never in one order with it
    expect(rows[3]?.goesWith).toEqual([])
  })

  it("is ranked anew for what new orders hold only, and keeps up with prices and stock", async () => {
    const first = await companionsOf(asked().model, view(together), [], 0)
    const { model, items } = asked()
    const later = view([...together, { buyer: 0, at: 950, items: [5] }], {
      1: { unitPrice: 1_500, available: 2 }
    })
    const rows = await companionsOf(model, later, first, together.length)
    expect(items).toEqual([5])
    expect(rows[0]?.goesWith).toMatchObject([{ sku: "S1", price: 1_500, available: 2 }])
  })

  it("tells listings of others that cost less", async () => {
    const seen = new Map([
      [
        0,
        [
          { title: "Cheaper", price: 900, likeness: 0.9 },
          { title: "Dearer", price: 9_000, likeness: 0.9 }
        ]
      ]
    ])
    const rows = await companionsOf(asked().model, { ...view(together), seen }, [], 0)
    expect(rows[0]?.cheaperElsewhere).toEqual([{ title: "Cheaper", price: 900 }])
  })
})
