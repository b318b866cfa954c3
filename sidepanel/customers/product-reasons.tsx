import { useEffect, useState } from "react"
import type { ProductReasons as Reasons } from "../../src/domain/reply"
import { send } from "../../src/messaging/messenger"
import { Card } from "../../src/ui/card"
import { words } from "../../src/ui/words"

const { customers, format } = words
const days = 90
const most = 8
const list = new Intl.ListFormat(format.locale)

/** Return and defect reasons by product, worst first; nothing where buyers named none. */
export function ProductReasons() {
  const [products, setProducts] = useState<Reasons[]>([])
  useEffect(() => {
    send("panel:product-reasons", {}).then(setProducts, () => setProducts([]))
  }, [])
  if (products.length === 0) return null
  return (
    <Card title={customers.productReasons}>
      <p className="soft small">{customers.productReasonsHelp(days)}</p>
      <ul className="items">
        {products.slice(0, most).map(({ sku, sold, messages, reasons }) => (
          <li key={sku} className="item stack">
            <span className="row spread">
              <strong className="break">{sku}</strong>
              <span className="soft small">
                {sold > 0
                  ? customers.productSold(format.count(messages), format.count(sold))
                  : customers.productUnsold(format.count(messages))}
              </span>
            </span>
            <span className="break">
              {list.format(
                reasons.map((reason) =>
                  customers.productReason(
                    customers.intents[reason.intent],
                    format.count(reason.messages)
                  )
                )
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
