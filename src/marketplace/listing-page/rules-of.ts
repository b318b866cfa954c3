/** Which rules a page stands under: the marketplace's pack and the country of the store. */
export type RulesOf = { marketplace: string; store?: string }

const hosts: [string, RegExp][] = [
  ["amazon", /(?:^|\.)amazon\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/],
  ["ebay", /(?:^|\.)ebay\.(?:com|[a-z]{2}|co\.uk|com\.[a-z]{2})$/],
  ["etsy", /(?:^|\.)etsy\.com$/],
  ["walmart", /(?:^|\.)walmart\.(?:com|ca|com\.mx)$/],
  ["mercadolibre", /(?:^|\.)mercadoli(?:bre|vre)\.com(?:\.[a-z]{2})?$/],
  ["aliexpress", /(?:^|\.)aliexpress\.(?:com|us|ru)$/],
  ["tiktok-shop", /(?:^|\.)tiktok\.com$/],
  ["joom", /(?:^|\.)joom\.com$/],
  ["shopee", /(?:^|\.)shopee\.(?:[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/],
  ["lazada", /(?:^|\.)lazada\.(?:[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/],
  ["ozon", /(?:^|\.)ozon\.(?:ru|com)$/],
  ["temu", /(?:^|\.)temu\.com$/],
  ["allegro", /(?:^|\.)allegro\.(?:pl|cz|sk|hu)$/],
  ["rakuten", /(?:^|\.)rakuten\.(?:co\.jp|com)$/],
  ["google-merchant", /^merchants\.google\.com$/]
]
/** Marketplaces whose ".com" is the store of one country; elsewhere it serves the world. */
const american = new Set(["amazon", "ebay", "walmart"])
/** One host for all countries: the page's language says whose store it is. */
const byLanguage = new Set(["etsy", "tiktok-shop", "temu"])

function countryOf(host: string): string | undefined {
  const last = host.split(".").at(-1) ?? ""
  if (!/^[a-z]{2}$/.test(last)) return undefined
  return last === "uk" ? "GB" : last.toUpperCase()
}

/** "de-AT" → AT; a language without a region names no country. */
const regionOf = (language: string | undefined) =>
  /[-_]([A-Z]{2})\b/i.exec(language ?? "")?.[1]?.toUpperCase()

/**
 * Marketplace and store of an address. A shop of its own is "shopify" where the page is served by it, else "shop",
 * and its store is the region of the page's language, where it names one.
 */
export function rulesOf(url: URL, doc: Document): RulesOf {
  const host = url.hostname
  const marketplace = hosts.find(([, pattern]) => pattern.test(host))?.[0]
  const language = doc.documentElement?.getAttribute("lang") ?? undefined
  if (marketplace) {
    const own = byLanguage.has(marketplace) ? regionOf(language) : countryOf(host)
    const store = own ?? (american.has(marketplace) ? "US" : undefined)
    return { marketplace, ...(store && { store }) }
  }
  const shopify = doc.querySelector(
    'script[src*="cdn.shopify.com"], link[href*="cdn.shopify.com"], meta[name="shopify-checkout-api-token"]'
  )
  const store = countryOf(host) ?? regionOf(language)
  return { marketplace: shopify ? "shopify" : "shop", ...(store && { store }) }
}
