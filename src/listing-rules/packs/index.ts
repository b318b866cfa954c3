import type { Rule } from "../rule"
import { aliexpress } from "./aliexpress"
import { amazon } from "./amazon"
import { askThePage } from "./ask-the-page"
import { crossBorder } from "./cross-border"
import { ebay } from "./ebay"
import { etsy } from "./etsy"
import { everywhere } from "./everywhere"
import { googleMerchant } from "./google-merchant"
import { joom } from "./joom"
import { mercadolibre } from "./mercadolibre"
import { shopify } from "./shopify"
import { tiktokShop } from "./tiktok-shop"
import { walmart } from "./walmart"

/** Every rule that ships. */
export const shippedRules: Rule[] = [
  ...amazon,
  ...ebay,
  ...etsy,
  ...walmart,
  ...mercadolibre,
  ...aliexpress,
  ...tiktokShop,
  ...shopify,
  ...joom,
  ...googleMerchant,
  ...askThePage,
  ...crossBorder,
  ...everywhere
]
