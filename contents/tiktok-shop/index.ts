import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://seller.tiktok.com/*",
    "https://seller.tiktokglobalshop.com/*",
    "https://seller-us.tiktok.com/*",
    "https://seller-uk.tiktok.com/*",
    "https://seller-id.tiktok.com/*",
    "https://seller-my.tiktok.com/*",
    "https://seller-th.tiktok.com/*",
    "https://seller-vn.tiktok.com/*",
    "https://seller-ph.tiktok.com/*",
    "https://seller-sg.tiktok.com/*",
    "https://seller-br.tiktok.com/*",
    "https://seller-mx.tiktok.com/*",
    "https://seller-es.tiktok.com/*",
    "https://seller-de.tiktok.com/*",
    "https://seller-fr.tiktok.com/*",
    "https://seller-it.tiktok.com/*",
    "https://seller-ie.tiktok.com/*",
    "https://seller-jp.tiktok.com/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
