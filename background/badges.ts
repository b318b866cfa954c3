import { orderId } from "../src/domain/order"
import type { Badge, BadgeKind, RequestOf } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import { companionBadges } from "./companion-badges"
import { messageBadges } from "./message-badges"
import { orderBadges } from "./order-badges"
import { stockBadges } from "./stock-badges"

/** A record that a page shows, by the id it has there and the id it has in the store. */
export type Shown = { id: string; nativeId: string }

/** What the badges of each kind say. */
const writers: Record<BadgeKind, (db: Database, shown: Shown[]) => Promise<Badge[]>> = {
  order: orderBadges,
  listing: listingBadges,
  message: messageBadges
}

/** One badge a product: its stock first, then what goes with it. */
async function listingBadges(db: Database, shown: Shown[]): Promise<Badge[]> {
  const [stock, companions] = await Promise.all([
    stockBadges(db, shown),
    companionBadges(db, shown)
  ])
  const badges = new Map(companions.map((badge) => [badge.nativeId, badge]))
  for (const badge of stock) {
    const reasons = [...badge.reasons, ...(badges.get(badge.nativeId)?.reasons ?? [])]
    badges.set(badge.nativeId, { ...badge, reasons })
  }
  return [...badges.values()]
}

/** The badges of what one page shows, in finished sentences. */
export function badgesFor(db: Database, request: RequestOf<"page:badges">): Promise<Badge[]> {
  const { marketplace, account, kind, nativeIds } = request
  const shown = nativeIds.map((nativeId) => ({
    nativeId,
    id: orderId(marketplace, account, nativeId)
  }))
  return writers[kind](db, shown)
}
