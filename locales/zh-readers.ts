import type * as en from "./en-readers"
import type { Format } from "./format"

export const marketplaceNames: typeof en.marketplaceNames = {
  demo: "演示店铺",
  vendure: "Vendure",
  woocommerce: "WooCommerce",
  amazon: "亚马逊",
  ebay: "eBay",
  etsy: "Etsy",
  shopify: "Shopify",
  mercadolibre: "美客多",
  shopee: "虾皮",
  walmart: "沃尔玛",
  aliexpress: "速卖通",
  lazada: "来赞达",
  "tiktok-shop": "TikTok Shop",
  temu: "Temu",
  generic: "其他页面",
  shop: "网店",
  joom: "Joom",
  ozon: "Ozon",
  allegro: "Allegro",
  rakuten: "乐天",
  "google-merchant": "Google Merchant"
}

export const anyPage: typeof en.anyPage = {
  text: "这个页面没有专用的读取器。",
  help: "Portside 仍可尝试：按页面上的名称找出订单、商品和库存，看不准的一律不填。",
  read: "读取此页",
  notAPage: "请打开店铺或平台的页面，再点开 Portside。"
}

export const ways: typeof en.ways = (format: Format) => ({
  of: {
    hooks: "网站自有标记",
    data: "页面自带数据",
    words: "表头文字",
    values: "名称与数值",
    taught: "你教的位置"
  },
  since: (way: string, day: string, readings: number) =>
    `自 ${day} 起按${way}读取（${format.count(readings)} 次）`,
  before: (way: string, day: string) => `${day} 之前按${way}`,
  drift: "网站改版了：原有标记已消失，现在改按文字读取。",
  unsure: (fields: string) => `拿不准：${fields}`,
  doubts: (fields: string) => `页面上有两种说法：${fields}`,
  lost: "你教的内容已不适用于此页，请在下方重新教。",
  field: (name: string, sure: number) => `${name}（${format.share(sure)}）`
})
