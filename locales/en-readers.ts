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
  generic: "Other page"
}

export const anyPage = {
  text: "No reader of its own for this page.",
  help: "Portside can still try: it looks for orders, products and stock by their labels, and leaves out what is not clear.",
  read: "Read this page",
  notAPage: "Open the page of a shop or a marketplace, then open Portside again."
}
