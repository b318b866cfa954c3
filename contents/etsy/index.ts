import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://www.etsy.com/your/*",
    "https://www.etsy.com/listing/*",
    "https://www.etsy.com/*/listing/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
