import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://agentseller.temu.com/*",
    "https://agentseller-us.temu.com/*",
    "https://agentseller-eu.temu.com/*",
    "https://seller.temu.com/*",
    "https://www.temu.com/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
