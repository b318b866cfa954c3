import type { UsedRate } from "../../src/profit/exchange"
import { words } from "../../src/ui/words"

/** The exchange rate that was used, and of which day it is. */
export function RateLine({ used: { from, to, rate, on } }: { used: UsedRate }) {
  return (
    <p className="soft small">
      {words.listing.profit.usedRate(from, to, rate, words.format.day(on))}
    </p>
  )
}
