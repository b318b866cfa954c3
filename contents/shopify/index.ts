import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: ["https://admin.shopify.com/store/*", "https://*/products/*"],
  run_at: "document_idle"
}

collect(adapter)
