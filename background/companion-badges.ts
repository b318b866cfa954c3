import { wordsFor } from "../locales"
import type { Badge } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import type { Shown } from "./badges"

const most = 3
/** An own product stands as "similar, cheaper" from this likeness on. */
const leastLikeness = 0.6

/** What goes with each product of the page, and similar ones that cost less; nothing where nothing is known. */
export async function companionBadges(db: Database, shown: Shown[]): Promise<Badge[]> {
  const words = wordsFor(chrome.i18n.getUILanguage())
  const listings = await db.listings.bulkGet(shown.map(({ id }) => id))
  const skus = shown.map(({ nativeId }, i) => listings[i]?.sku ?? nativeId)
  const known = await db.companions.bulkGet(skus)
  return shown.flatMap(({ nativeId }, i): Badge[] => {
    const product = known[i]
    if (!product) return []
    const { badgeWith, badgeSimilar, badgeLabel, badgeCheaper } = words.recommend
    const own = product.similar.filter(
      ({ price, value }) => value >= leastLikeness && price && price < (product.price ?? 0)
    )
    const cheaper = [...product.cheaperElsewhere, ...own]
    const goesWith = product.goesWith.slice(0, most)
    const reasons = [
      ...goesWith.map(({ title, together }) => badgeWith(title, together)),
      ...cheaper.slice(0, 1).map(({ title, price = 0 }) => {
        const money = words.format.money({ minor: Math.round(price), currency: product.currency })
        return badgeSimilar(title, money)
      })
    ]
    const label = goesWith.length > 0 ? badgeLabel : badgeCheaper
    return reasons.length > 0 ? [{ nativeId, state: "info", label, reasons }] : []
  })
}
