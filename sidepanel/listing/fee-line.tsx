import type { Fee } from "../../src/domain/fee"
import { percentText } from "../../src/profit/decimal"
import { marketplaceName, words } from "../../src/ui/words"

const { profit, from, until } = words.listing
const { format } = words

export const feeName = ({ marketplace, name }: Fee): string =>
  `${marketplaceName(marketplace)}: ${profit.fee[name]}`

/** What a fee is, for which stores, goods, amounts and days. */
export function FeeLine({ fee }: { fee: Fee }) {
  const { stores, category, rate, fixed, minimum, above, upTo, partAbove, partUpTo } = fee
  const parts = [
    rate && `${percentText(rate)}%`,
    fixed && fixed.minor > 0 && format.money(fixed),
    minimum && minimum.minor > 0 && profit.least(format.money(minimum)),
    stores?.join(", "),
    category && profit.categories[category],
    above && profit.above(format.money(above)),
    upTo && profit.upTo(format.money(upTo)),
    partAbove && profit.partAbove(format.money(partAbove)),
    partUpTo && profit.partUpTo(format.money(partUpTo)),
    fee.validFrom && from(format.day(fee.validFrom)),
    fee.validTo && until(format.day(fee.validTo))
  ]
  return (
    <>
      {feeName(fee)} <strong>{parts.filter(Boolean).join(" · ")}</strong>
    </>
  )
}
