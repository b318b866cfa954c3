import type { PageMoment } from "./adapter"
import type { MoneyHint } from "./money-text"
import { languageOfPage } from "./page-text"

/** What a page as a whole says of its language, its money and its time. */
export type PageHints = MoneyHint & { locale: string | undefined } & PageMoment

const stated =
  'meta[itemprop="priceCurrency"], meta[property="og:price:currency"], meta[property="product:price:currency"], [data-currency], [data-currency-code]'
const inScript =
  /"?(?:currency|currencyCode|currency_code|priceCurrency|shopCurrency|currencyIso|currency_id)\\?"?\s*[:=]\s*\{?\s*(?:\\?"(?:active|code|isoCode)\\?"\s*:\s*)?\\?["']([A-Z]{3})\\?["']/g
const longestScript = 200_000
const mostScripts = 40

function codesIn(doc: Document): Set<string> {
  const codes = new Set<string>()
  for (const element of Array.from(doc.querySelectorAll(stated)).slice(0, 50)) {
    for (const name of ["content", "data-currency", "data-currency-code"]) {
      const code = element.getAttribute(name)
      if (code && /^[A-Z]{3}$/.test(code)) codes.add(code)
    }
  }
  if (codes.size > 0) return codes
  for (const script of Array.from(doc.querySelectorAll("script:not([src])")).slice(
    0,
    mostScripts
  )) {
    const text = script.textContent ?? ""
    if (text.length > longestScript || !/currency/i.test(text)) continue
    for (const [, code] of text.matchAll(inScript)) if (code) codes.add(code)
  }
  return codes
}

/** One code all over the page is the page's currency; several are none. */
export function pageHints(doc: Document, moment: PageMoment): PageHints {
  const codes = codesIn(doc)
  const [currency] = codes
  return {
    locale: languageOfPage(doc),
    ...(codes.size === 1 && currency && { currency }),
    ...moment
  }
}
