import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: ["http://127.0.0.1/portside-demo/*", "http://localhost/portside-demo/*"],
  run_at: "document_idle"
}

collect(adapter)
