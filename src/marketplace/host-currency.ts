/** Currencies in which the marketplaces of a country price, by the end of the host's name. */
const byDomain: [string, string][] = Object.entries({
  EUR: "de fr it es nl ie at be com.be",
  USD: "com us",
  GBP: "co.uk",
  CAD: "ca",
  MXN: "com.mx",
  BRL: "com.br",
  ARS: "com.ar",
  CLP: "cl",
  COP: "com.co",
  PEN: "com.pe",
  UYU: "com.uy",
  CHF: "ch",
  SEK: "se",
  PLN: "pl",
  TRY: "com.tr",
  JPY: "co.jp jp",
  CNY: "cn com.cn",
  TWD: "tw com.tw",
  HKD: "com.hk",
  INR: "in",
  AUD: "com.au",
  SGD: "sg com.sg",
  AED: "ae",
  SAR: "sa",
  EGP: "eg",
  ZAR: "co.za",
  IDR: "co.id",
  THB: "co.th",
  VND: "vn",
  PHP: "ph com.ph",
  MYR: "com.my"
}).flatMap(([currency, domains]) =>
  domains.split(" ").map((domain): [string, string] => [domain, currency])
)

const longestFirst = byDomain.sort(([a], [b]) => b.length - a.length)

/** The currency that a bare "$" or a number without a sign means on a marketplace's host; undefined for hosts of several countries. */
export function currencyOfHost(host: string): string | undefined {
  if (/(?:^|[.-])(?:europe|global|csp|agentseller|seller-(?!us\b|br\b))/.test(host))
    return undefined
  return longestFirst.find(([domain]) => host.endsWith(`.${domain}`))?.[1]
}
