import type { DemoProduct } from "../catalog"
import { priceIn } from "../shop"

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const escapeText = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char)

// fetched at once, not one import after the other
const preloads = ["app", "api", "orders", "lists", "render", "words"]
  .map((name) => `<link rel="modulepreload" href="/portside-demo/${name}.js">`)
  .join("")

const head = (lang: string, title: string, scripts = "") =>
  `<!doctype html><html lang="${escapeText(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title><link rel="stylesheet" href="/portside-demo/app.css"><link rel="icon" href="data:,">${scripts}</head>`

const locales = ["en-US", "de-DE", "fr-FR", "ja-JP", "zh-CN"]

/** The empty admin; app.js fills it. */
export function shellPage(shop: string, wanted: string): string {
  const locale = locales.includes(wanted) ? wanted : "en-US"
  return `${head(locale, `Orders · ${shop}`, preloads)}<body data-shop="${escapeText(shop)}"><nav class="side" aria-label="Sections"><strong>${escapeText(shop)}</strong><a href="/portside-demo/orders" data-route>Orders</a><a href="/portside-demo/products" data-route>Products</a><a href="/portside-demo/messages" data-route>Messages</a></nav><main id="main"></main><script type="module" src="/portside-demo/app.js"></script></body></html>`
}

const standalone = {
  login: [
    "Sign in",
    '<form><label>E-mail <input type="email" autocomplete="off"></label><label>Password <input type="password" autocomplete="off"></label><button type="button">Sign in</button></form>'
  ],
  challenge: [
    "Verify you are human",
    '<p>This step keeps robots out. It is part of the demo.</p><button type="button">I am human</button>'
  ],
  missing: ["Not found", "<p>There is no such page.</p>"]
} as const

/** Pages without records: signed out, a challenge, not found. */
export function standalonePage(name: keyof typeof standalone): string {
  const [title, body] = standalone[name]
  return `${head("en-US", title)}<body><main class="alone"><h1>${title}</h1>${body}</main></body></html>`
}

/** A public product page with schema.org data, as a storefront shows it. */
export function listingPage(product: DemoProduct): string {
  const minor = priceIn(product, "EUR")
  const price = (minor / 100).toFixed(2)
  const data = {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    sku: product.sku,
    offers: {
      "@type": "Offer",
      price,
      priceCurrency: "EUR",
      availability: `https://schema.org/${product.onHand > product.reserved ? "InStock" : "OutOfStock"}`
    }
  }
  const json = JSON.stringify(data).replaceAll("<", "\\u003c")
  return `${head("en-US", product.title)}<body><main class="alone"><script type="application/ld+json">${json}</script><h1>${escapeText(product.title)}</h1><p class="price">€${price}</p><p>Made in small series. Ships from the harbour within two days.</p><button type="button">Add to basket</button></main></body></html>`
}
