import type { PlasmoCSConfig } from "plasmo"
import { collect, isKnownByAnother } from "../../src/marketplace/collect"
import { relearn } from "../../src/marketplace/learn-words"
import { answerPicks } from "../../src/marketplace/teach"
import { adapter } from "./adapter"

// any page, but only by the seller's click: `scripts/build.ts` takes these patterns out of the registration
export const config: PlasmoCSConfig = {
  matches: ["https://*/*", "http://127.0.0.1/*", "http://localhost/*"],
  run_at: "document_idle"
}

function start(): () => void {
  answerPicks(document)
  const again = collect({
    ...adapter,
    page: (url, doc, moment) =>
      isKnownByAnother(adapter.id, url, doc) ? null : adapter.page(url, doc, moment)
  })
  return () => {
    relearn()
    again()
  }
}

// each click starts the script again in the same page: then the page is read again
const world: typeof globalThis & { portsideAgain?: () => void } = globalThis
if (world.portsideAgain) world.portsideAgain()
else world.portsideAgain = start()
