import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://seller.shopee.co.id/*",
    "https://seller.shopee.co.th/*",
    "https://seller.shopee.vn/*",
    "https://seller.shopee.ph/*",
    "https://seller.shopee.sg/*",
    "https://seller.shopee.tw/*",
    "https://seller.shopee.com.my/*",
    "https://seller.shopee.com.br/*",
    "https://seller.shopee.com.mx/*",
    "https://seller.shopee.cn/*",
    "https://seller.shopee.com.co/*",
    "https://seller.shopee.cl/*",
    "https://banhang.shopee.vn/*",
    "https://shopee.co.id/*",
    "https://shopee.co.th/*",
    "https://shopee.vn/*",
    "https://shopee.ph/*",
    "https://shopee.sg/*",
    "https://shopee.tw/*",
    "https://shopee.com.my/*",
    "https://shopee.com.br/*",
    "https://shopee.com.mx/*",
    "https://shopee.com.co/*",
    "https://shopee.cl/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
