import type { Tax } from "../domain/fee"
import type { Money } from "../domain/money"
import { type Decimal, part, sum } from "./decimal"
import { euCountries, type FlatDuty, flatDutyFor } from "./duties"
import { type Exchange, noExchange, type UsedRate } from "./exchange"
import { taxRate } from "./taxes"

export type Shipment = {
  goods: Money
  shipping: Money
  insurance: Money
  from: string
  to: string
  /** Different customs headings in the parcel. */
  headings: number
  /** The tariff's rate for these goods and this origin; undefined: not known. */
  dutyRate?: Decimal | undefined
}

export type LandedCost = {
  /** What duty is a share of. */
  customsValue: Money
  /** Undefined: the tariff's rate is not known. */
  duty?: Money
  flatDuty?: FlatDuty
  /** The exchange rate that the flat duty was turned at. */
  used?: UsedRate
  tax?: Money
  taxRule?: Tax
  /** Goods, shipping, insurance, and duty and tax as far as they are known. */
  total: Money
}

/** The United States value goods without the way there (19 U.S.C. 1401a); the others add freight and insurance (CIF). */
const valuedWithoutFreight = new Set(["US"])

const sameTerritory = (from: string, to: string) =>
  from === to || (euCountries.has(from) && euCountries.has(to))

/**
 * What a parcel costs at the buyer's door on a day (ISO date): customs value, duty of it (or a flat one), and VAT of
 * value and duty together. Within one customs territory there is neither.
 */
export function landedCost(
  shipment: Shipment,
  day: string,
  ownTaxes: Tax[] = [],
  exchange: Exchange = noExchange
): LandedCost {
  const { goods, shipping, insurance, from, to } = shipment
  const { currency } = goods
  const way = sum(currency, [shipping, insurance])
  const door = sum(currency, [goods, way])
  const customsValue = valuedWithoutFreight.has(to) ? goods : door
  if (sameTerritory(from, to)) return { customsValue, total: door }
  const flatDuty = flatDutyFor(shipment, day, exchange)
  const duty =
    flatDuty?.amount ??
    (shipment.dutyRate === undefined ? undefined : part(customsValue, shipment.dutyRate))
  const taxRule = taxRate(to, day, ownTaxes)
  const taxed = sum(currency, [door, duty ?? { minor: 0, currency }])
  const tax = taxRule && part(taxed, taxRule.rate)
  return {
    customsValue,
    ...(duty && { duty }),
    ...(flatDuty && { flatDuty: flatDuty.rule }),
    ...(flatDuty?.used && { used: flatDuty.used }),
    ...(tax && taxRule && { tax, taxRule }),
    total: sum(currency, [taxed, tax ?? { minor: 0, currency }])
  }
}
