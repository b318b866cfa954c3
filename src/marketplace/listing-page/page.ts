import type { ListingFacts } from "../../domain/listing-facts"
import type { Badge } from "../../messaging/protocol"

/** What `contents/listing.ts` offers to the worker in the page's isolated world. */
export type ListingPage = {
  /** The listing that the page shows now; null when it shows none. */
  read(): ListingFacts | null
  /** Puts a display-only mark beside the listing's title. */
  mark(badge: Badge): void
}
