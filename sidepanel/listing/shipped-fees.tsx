import type { Fee } from "../../src/domain/fee"
import { shippedFees } from "../../src/profit/fee-tables"
import { Button } from "../../src/ui/button"
import { words } from "../../src/ui/words"
import { FeeLine, feeName } from "./fee-line"

const { setup } = words.listing

type Props = { marketplace: string; onChoose: (fee: Fee) => void }

/** The fees that ship (of one marketplace where it is named), with dates and sources; each can be taken into the form and overruled. */
export function ShippedFees({ marketplace, onChoose }: Props) {
  const own = shippedFees.filter((fee) => fee.marketplace === marketplace)
  return (
    <ul className="items small">
      {(own.length > 0 ? own : shippedFees).map((fee) => (
        <li key={fee.id} className="item stack">
          <p className="break">
            <FeeLine fee={fee} />
          </p>
          <p className="soft break">
            {fee.source} ({words.listing.confidence[fee.confidence]})
          </p>
          <div className="row">
            <Button label={`${setup.overrule}: ${feeName(fee)}`} onPress={() => onChoose(fee)}>
              {setup.overrule}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}
