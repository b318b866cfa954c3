import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://sellercenter.lazada.sg/apps/*",
    "https://sellercenter.lazada.com.my/apps/*",
    "https://sellercenter.lazada.com.ph/apps/*",
    "https://sellercenter.lazada.co.th/apps/*",
    "https://sellercenter.lazada.vn/apps/*",
    "https://sellercenter.lazada.co.id/apps/*",
    "https://www.lazada.sg/products/*",
    "https://www.lazada.com.my/products/*",
    "https://www.lazada.com.ph/products/*",
    "https://www.lazada.co.th/products/*",
    "https://www.lazada.vn/products/*",
    "https://www.lazada.co.id/products/*",
    "https://www.lazada.sg/catalog/*",
    "https://www.lazada.com.my/catalog/*",
    "https://www.lazada.com.ph/catalog/*",
    "https://www.lazada.co.th/catalog/*",
    "https://www.lazada.vn/catalog/*",
    "https://www.lazada.co.id/catalog/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
