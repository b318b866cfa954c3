import { seededRandom } from "../../models/anomaly/random"
import type { ProductText } from "../../models/recommendation/text-tower"
import { type Basket, type Baskets, toBaskets } from "../../src/features/baskets"

export type BenchShop = { baskets: Baskets; products: ProductText[] }

const words = ["oak", "brass", "linen", "mug", "tray", "lamp", "vase", "rug", "box", "hook"]

/**
 * An invented shop of a given size: popularity falls off as in a long tail, a fifth of the products has a companion
 * that follows it, and a third of the baskets comes from buyers who were there before.
 */
export function benchShop(items: number, count: number, seed = 1): BenchShop {
  const random = seededRandom(seed)
  const draw = () => Math.floor(items * random() ** 2.5)
  const known: number[] = []
  const baskets = Array.from({ length: count }, (_, i): Basket => {
    const again = known.length > 0 && random() < 0.34
    const buyer = again ? (known[Math.floor(random() * known.length)] ?? 1) : known.length + 1
    if (!again) known.push(buyer)
    const lines = 1 + Math.floor(-Math.log(1 - random()) * 1.6)
    const own: number[] = []
    for (let line = 0; line < lines; line++) {
      const item = random() < 0.2 ? (buyer * 7 + line) % items : draw()
      own.push(item)
      if (item % 5 === 0 && random() < 0.4) own.push(Math.min(items - 1, item + 1))
    }
    return { buyer, at: (i * 730) / count, items: own }
  })
  const products = Array.from({ length: items }, (_, i) => ({
    title: `${words[i % 10]} ${words[(i * 3 + 1) % 10]} no. ${i}`,
    price: 5 + (i % 40)
  }))
  return { baskets: toBaskets(baskets, items), products }
}
