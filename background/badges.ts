import { orderId } from "../src/domain/order"
import type { Badge, BadgeKind, RequestOf } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import { companionBadges } from "./companion-badges"
import { orderBadges } from "./order-badges"

/** A record that a page shows, by the id it has there and the id it has in the store. */
export type Shown = { id: string; nativeId: string }

/** What the badges of each kind say; `none` where nothing is said yet. */
const writers: Record<BadgeKind, (db: Database, shown: Shown[]) => Promise<Badge[]>> = {
  order: orderBadges,
  listing: companionBadges,
  message: none
}

async function none(): Promise<Badge[]> {
  return []
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
