import type { Money } from "../domain/money"
import { holdsOn } from "./dated"
import { convert } from "./decimal"
import type { Shipment } from "./landed-cost"

/** The members of the EU, one customs territory. */
export const euCountries: ReadonlySet<string> = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ")
)

/** A fixed duty for each customs heading in a parcel whose goods are worth less than `below`. */
export type FlatDuty = {
  countries: ReadonlySet<string>
  perHeading: Money
  below: Money
  validFrom: string
  validTo: string
  source: string
  confidence: "high"
  checkedOn: string
}

const flatDuties: FlatDuty[] = [
  {
    countries: euCountries,
    perHeading: { minor: 300, currency: "EUR" },
    below: { minor: 15_000, currency: "EUR" },
    validFrom: "2026-07-01",
    validTo: "2028-07-01",
    source:
      "Council of the EU, 11 Feb 2026, as reported by regfollower, Crowleys DFK, Fiscal Solutions",
    confidence: "high",
    checkedOn: "2026-11-24"
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
    checkedOn: "2026-11-24"
  }
]

/** The flat duty of a parcel in its own currency; undefined when none applies or the exchange rate is missing. */
export function flatDutyFor(
  { to, goods, headings, rateToParcel }: Shipment,
  day: string
): { rule: FlatDuty; amount: Money } | undefined {
  const rule = flatDuties.find((duty) => duty.countries.has(to) && holdsOn(duty, day))
  if (!rule) return undefined
  const inParcel = (money: Money) => {
    const each = money.currency === goods.currency ? "1" : rateToParcel
    return each === undefined ? undefined : convert(money, goods.currency, each)
  }
  const [below, perHeading] = [inParcel(rule.below), inParcel(rule.perHeading)]
  if (!below || !perHeading || goods.minor >= below.minor) return undefined
  return { rule, amount: { minor: perHeading.minor * headings, currency: goods.currency } }
}
