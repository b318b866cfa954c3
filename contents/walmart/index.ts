import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://seller.walmart.com/*",
    "https://seller.walmart.ca/*",
    "https://www.walmart.com/ip/*",
    "https://www.walmart.ca/*/ip/*",
    "https://www.walmart.com.mx/ip/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
