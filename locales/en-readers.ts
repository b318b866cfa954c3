import type { Format } from "./format"

/** Names of the marketplaces as their sellers write them. */
export const marketplaceNames = {
  demo: "Demo shop",
  vendure: "Vendure",
  woocommerce: "WooCommerce",
  amazon: "Amazon",
  ebay: "eBay",
  etsy: "Etsy",
  shopify: "Shopify",
  mercadolibre: "Mercado Libre",
  shopee: "Shopee",
  walmart: "Walmart",
  aliexpress: "AliExpress",
  lazada: "Lazada",
  "tiktok-shop": "TikTok Shop",
  temu: "Temu",
  generic: "Other page",
  shop: "Web shop",
  joom: "Joom",
  ozon: "Ozon",
  allegro: "Allegro",
  rakuten: "Rakuten",
  "google-merchant": "Google Merchant"
}

export const anyPage = {
  text: "No reader of its own for this page.",
  help: "Portside can still try: it looks for orders, products and stock by their labels, and leaves out what is not clear.",
  read: "Read this page",
  notAPage: "Open the page of a shop or a marketplace, then open Portside again."
}

/** Ways of reading, in groups that a seller can tell apart. */
export const ways = (format: Format) => ({
  of: {
    hooks: "the site's own marks",
    data: "the page's own data",
    words: "header words",
    values: "labels and values",
    taught: "what you taught"
  },
  since: (way: string, day: string, readings: number) =>
    `By ${way} since ${day} (${format.plural(readings, { one: "# reading", other: "# readings" })})`,
  before: (way: string, day: string) => `By ${way} until ${day}`,
  drift: "This site changed: its own marks are gone, so its words are read instead.",
  unsure: (fields: string) => `Unsure: ${fields}`,
  doubts: (fields: string) => `The page says two things about: ${fields}`,
  lost: "What you taught no longer fits this page. Teach it again below.",
  field: (name: string, sure: number) => `${name} (${format.share(sure)})`
})
