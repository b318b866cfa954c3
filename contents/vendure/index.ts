import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://*/dashboard/*",
    "http://127.0.0.1/dashboard/*",
    "http://localhost/dashboard/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
