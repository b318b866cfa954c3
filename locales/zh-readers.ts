import type * as en from "./en-readers"

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
  generic: "其他页面"
}

export const anyPage: typeof en.anyPage = {
  text: "这个页面没有专用的读取器。",
  help: "Portside 仍可尝试：按页面上的名称找出订单、商品和库存，看不准的一律不填。",
  read: "读取此页",
  notAPage: "请打开店铺或平台的页面，再点开 Portside。"
}
