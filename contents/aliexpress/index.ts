import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://csp.aliexpress.com/*",
    "https://www.aliexpress.com/item/*",
    "https://www.aliexpress.us/item/*",
    "https://aliexpress.ru/item/*",
    "https://de.aliexpress.com/item/*",
    "https://fr.aliexpress.com/item/*",
    "https://es.aliexpress.com/item/*",
    "https://it.aliexpress.com/item/*",
    "https://pt.aliexpress.com/item/*",
    "https://nl.aliexpress.com/item/*",
    "https://pl.aliexpress.com/item/*",
    "https://ru.aliexpress.com/item/*",
    "https://ja.aliexpress.com/item/*",
    "https://ko.aliexpress.com/item/*",
    "https://ar.aliexpress.com/item/*",
    "https://he.aliexpress.com/item/*",
    "https://tr.aliexpress.com/item/*",
    "https://th.aliexpress.com/item/*",
    "https://vi.aliexpress.com/item/*",
    "https://id.aliexpress.com/item/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
