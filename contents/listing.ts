import type { PlasmoCSConfig } from "plasmo"
import { createBadges } from "../src/marketplace/badge"
import { factsOfPage } from "../src/marketplace/listing-page/facts"
import type { ListingPage } from "../src/marketplace/listing-page/page"
import { picturesOf } from "../src/marketplace/listing-page/pictures"
import { listingHints, readListingPage } from "../src/marketplace/listing-page/read"

/** Never registered for a host: the worker injects it into the tab of a click (scripts/build.ts). */
export const config: PlasmoCSConfig = {
  matches: ["https://portside.invalid/*"]
}

type World = typeof globalThis & { portsideListing?: ListingPage }

/** A first heading may be a dialog's: the one that says the title, else the first that is shown. */
function headingOf(title: string): Element | null {
  const headings = Array.from(document.querySelectorAll("h1, h2, [role=heading], #productTitle"))
  const start = title.slice(0, 40)
  return headings.find((one) => start && one.textContent?.includes(start)) ?? headings[0] ?? null
}

function listingPage(): ListingPage {
  const badges = createBadges(document, "portside-mark")
  let title = ""
  return {
    read() {
      const url = new URL(location.href)
      const hints = listingHints(document, url, Date.now())
      const listing = readListingPage(document, url, hints)
      if (!listing) return null
      title = listing.title ?? ""
      const images = listing.images && picturesOf(listing.images, document)
      return factsOfPage(listing, images, document, url, hints)
    },
    mark(badge) {
      const element = headingOf(title)
      if (!element) return
      badges.set("listing", [badge])
      badges.place([{ kind: "listing", nativeId: badge.nativeId, element }])
    }
  }
}

const world: World = globalThis
// a script may be injected twice into one page
world.portsideListing ??= listingPage()
