import type { Tax } from "../domain/fee"
import { holdsOn } from "./dated"

const shared = {
  source:
    "standard VAT rates of the EU: calculariva.app (2025), newcraft.dev (Dec 2025, with the dates of changes), mindlink.lv",
  confidence: "high",
  checkedOn: "2026-11-24"
} as const

const unchanged: Record<string, string> = {
  AT: "0.20",
  BE: "0.21",
  BG: "0.20",
  HR: "0.25",
  CY: "0.19",
  CZ: "0.21",
  DK: "0.25",
  FR: "0.20",
  DE: "0.19",
  GR: "0.24",
  HU: "0.27",
  IE: "0.23",
  IT: "0.22",
  LV: "0.21",
  LT: "0.21",
  LU: "0.17",
  MT: "0.18",
  NL: "0.21",
  PL: "0.23",
  PT: "0.23",
  SI: "0.22",
  ES: "0.21",
  SE: "0.25"
}

export const shippedTaxes: Tax[] = [
  ...Object.entries(unchanged).map(([country, rate]) => ({ country, rate, ...shared })),
  { country: "FI", rate: "0.24", validTo: "2024-08-31", ...shared },
  { country: "FI", rate: "0.255", validFrom: "2024-09-01", ...shared },
  { country: "EE", rate: "0.22", validTo: "2025-06-30", ...shared },
  { country: "EE", rate: "0.24", validFrom: "2025-07-01", ...shared },
  { country: "SK", rate: "0.20", validTo: "2024-12-31", ...shared },
  { country: "SK", rate: "0.23", validFrom: "2025-01-01", ...shared },
  { country: "RO", rate: "0.19", validTo: "2025-07-31", ...shared },
  { country: "RO", rate: "0.21", validFrom: "2025-08-01", ...shared },
  {
    country: "GB",
    rate: "0.20",
    ...shared,
    source: "teelcalculator.com and caponeshop.it, tables of VAT rates"
  },
  {
    country: "NZ",
    rate: "0.15",
    validFrom: "2010-10-01",
    ...shared,
    source: "exportertoday.co.nz quoting New Zealand Customs; deyongs.com, table of import taxes"
  },
  ...Object.entries({ AU: "0.10", CH: "0.081", JP: "0.10", SG: "0.09", IL: "0.18" }).map(
    ([country, rate]) => ({
      country,
      rate,
      ...shared,
      confidence: "medium" as const,
      source: "deyongs.com, table of import taxes by country"
    })
  )
]

/** The rate on a day (ISO date); undefined where none is known, as in countries without VAT. */
export function taxRate(country: string, day: string, own: Tax[] = []): Tax | undefined {
  return [...own, ...shippedTaxes].find((tax) => tax.country === country && holdsOn(tax, day))
}
