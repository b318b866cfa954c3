import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: ["https://*/wp-admin/*", "http://127.0.0.1/wp-admin/*", "http://localhost/wp-admin/*"],
  run_at: "document_idle"
}

collect(adapter)
