import { adapter as aliexpress } from "../contents/aliexpress/adapter"
import { adapter as amazon } from "../contents/amazon/adapter"
import { adapter as demo } from "../contents/demo/adapter"
import { adapter as ebay } from "../contents/ebay/adapter"
import { adapter as etsy } from "../contents/etsy/adapter"
import { adapter as generic } from "../contents/generic/adapter"
import { adapter as lazada } from "../contents/lazada/adapter"
import { adapter as mercadolibre } from "../contents/mercadolibre/adapter"
import { adapter as shopee } from "../contents/shopee/adapter"
import { adapter as shopify } from "../contents/shopify/adapter"
import { adapter as temu } from "../contents/temu/adapter"
import { adapter as tiktokShop } from "../contents/tiktok-shop/adapter"
import { adapter as vendure } from "../contents/vendure/adapter"
import { adapter as walmart } from "../contents/walmart/adapter"
import { adapter as woocommerce } from "../contents/woocommerce/adapter"
import type { MarketplaceAdapter } from "../src/marketplace/adapter"
import { allWords } from "../src/marketplace/records/all-words"
import { learn } from "../src/marketplace/records/lexicon"

/** Every marketplace, for tests and scripts. A content script imports only its own adapter. */
export const adapters: MarketplaceAdapter[] = [
  aliexpress,
  amazon,
  demo,
  ebay,
  etsy,
  generic,
  lazada,
  mercadolibre,
  shopee,
  shopify,
  temu,
  tiktokShop,
  vendure,
  walmart,
  woocommerce
]

// in the browser the worker gives them; here nobody has to be asked
learn(allWords)
