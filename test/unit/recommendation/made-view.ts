import type { Suggestion } from "../../../src/domain/suggestion"
import { type Basket, toBaskets } from "../../../src/features/baskets"
import type { Product } from "../../../src/features/range"
import { indexed, type SellerView } from "../../../src/features/seller-view"

export const now = 1_000
const titles = [
  "Oak tray",
  "Oak lamp",
  "Brass tray",
  "Brass lamp",
  "Teak tray",
  "Refill",
  "Dusty",
  "Twin",
  "Twin"
]

/** A shop in which the parts that a test needs stand by hand. */
export function view(
  list: Basket[],
  change: Partial<Record<number, Partial<Product>>> = {}
): SellerView {
  const baskets = toBaskets(list, titles.length)
  const products = titles.map((title, item): Product => {
    const own = list.filter(({ items }) => items.includes(item))
    return {
      sku: `S${item}`,
      title,
      unitPrice: 2_000,
      units: own.length,
      units90: own.filter(({ at }) => at > now - 90).length,
      revenue90: own.filter(({ at }) => at > now - 90).length * 2_000,
      orders: own.length,
      firstAt: Math.min(now, ...own.map(({ at }) => at)),
      lastAt: Math.max(0, ...own.map(({ at }) => at)),
      ...change[item]
    }
  })
  const range = {
    baskets,
    products,
    buyers: [
      "",
      ...Array.from({ length: 40 }, (_, i) => `buyer-pseudonym-${String(i).padStart(6, "0")}`)
    ],
    currency: "EUR",
    now,
    amounts: Float64Array.from(baskets.at, () => 4_000)
  }
  return {
    ...range,
    ...indexed(range),
    companions: (item) => (item === 0 ? [{ item: 1, value: 1 }] : []),
    later: () => [],
    alike: (item) =>
      item === 7
        ? [{ item: 8, value: 0.99 }]
        : item === 0
          ? [2, 4, 1].map((one) => ({ item: one, value: 0.8 }))
          : [],
    wants: new Map(Array.from({ length: 40 }, (_, i) => [i + 1, [{ item: 5, value: 0.3 }]])),
    seen: new Map(),
    margin: 0.3
  }
}

/** A suggestion that was done 40 days ago. */
export const done = (change: Partial<Suggestion> = {}): Suggestion => ({
  id: "substitute:S0+S2",
  kind: "substitute",
  skus: ["S0", "S2"],
  reasons: [],
  basis: 10,
  control: ["S3"],
  modelVersion: "",
  createdAt: 0,
  state: "done",
  decidedAt: 960 * 86_400_000,
  rank: 1,
  effect: { low: 1_000, expected: 20_000, high: 50_000, currency: "EUR" },
  ...change
})
