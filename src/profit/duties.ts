import type { Money } from "../domain/money"
import { holdsOn } from "./dated"
import type { Exchange, UsedRate } from "./exchange"
import type { Shipment } from "./landed-cost"

/** The members of the EU, one customs territory. */
export const euCountries: ReadonlySet<string> = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ")
)

/** A fixed duty (nothing: a relief) for each customs heading in a parcel whose goods are worth less than `below`. */
export type FlatDuty = {
  countries: ReadonlySet<string>
  perHeading: Money
  below: Money
  validFrom: string
  validTo?: string
  source: string
  confidence: "official" | "high"
  checkedOn: string
}

const checkedOn = "2026-11-24"

export const flatDuties: FlatDuty[] = [
  {
    countries: euCountries,
    perHeading: { minor: 300, currency: "EUR" },
    below: { minor: 15_000, currency: "EUR" },
    validFrom: "2026-07-01",
    validTo: "2028-07-01",
    source:
      "Council of the EU, 11 Feb 2026, as reported by regfollower, Crowleys DFK, Fiscal Solutions",
    confidence: "high",
    checkedOn
  },
  {
    // the relief that the flat duty ended
    countries: euCountries,
    perHeading: { minor: 0, currency: "EUR" },
    below: { minor: 15_001, currency: "EUR" },
    validFrom: "2010-01-01",
    validTo: "2026-06-30",
    source: "relief for goods up to €150 until 30 Jun 2026, same reports",
    confidence: "high",
    checkedOn
  },
  {
    countries: new Set(["GB"]),
    perHeading: { minor: 0, currency: "GBP" },
    below: { minor: 13_501, currency: "GBP" },
    validFrom: "2012-01-01",
    source:
      "nibusinessinfo.co.uk, calculating customs charges when importing by post: no customs duty up to £135",
    confidence: "official",
    checkedOn
  },
  {
    countries: new Set(["US"]),
    perHeading: { minor: 0, currency: "USD" },
    below: { minor: 80_001, currency: "USD" },
    validFrom: "2016-03-10",
    validTo: "2025-08-28",
    source:
      "19 U.S.C. 1321(a)(2)(C), $800, suspended for all countries from 29 Aug 2025 (thompsonhinesmartrade.com, mondaq.com, borderbuddy.com quoting CBP)",
    confidence: "high",
    checkedOn
  }
]

/** The flat duty of a parcel in its own currency; undefined when none applies or the exchange rate is missing. */
export function flatDutyFor(
  { to, goods, headings }: Shipment,
  day: string,
  exchange: Exchange
): { rule: FlatDuty; amount: Money; used?: UsedRate } | undefined {
  const rule = flatDuties.find((duty) => duty.countries.has(to) && holdsOn(duty, day))
  if (!rule) return undefined
  const below = exchange(rule.below, goods.currency)
  const each = exchange(rule.perHeading, goods.currency)
  if (!below || !each || goods.minor >= below.money.minor) return undefined
  return {
    rule,
    amount: { minor: each.money.minor * headings, currency: goods.currency },
    ...(below.used && { used: below.used })
  }
}

/** The currency in which a country's flat duty is set; undefined where none holds on that day. */
export const flatDutyCurrency = (to: string, day: string): string | undefined =>
  flatDuties.find((duty) => duty.countries.has(to) && holdsOn(duty, day))?.below.currency
