import { type Order, orderTime } from "../src/domain/order"
import { shopName } from "../src/ui/risk-rows"
import { marketplaceName, words } from "../src/ui/words"

function factsOf(order: Order): [title: string, value: string | undefined][] {
  const { format, risk } = words
  const pieces = order.items?.reduce((sum, { quantity }) => sum + quantity, 0)
  return [
    [risk.shop, `${marketplaceName(order.marketplace)}, ${shopName(order.account)}`],
    [risk.placed, format.moment(orderTime(order))],
    [risk.amount, order.total && format.money(order.total)],
    [risk.quantity, pieces === undefined ? undefined : format.count(pieces)],
    [risk.shipsTo, order.shipCountry && format.country(order.shipCountry)],
    [risk.billedIn, order.billCountry && format.country(order.billCountry)],
    [risk.shipping, order.shippingMethod],
    [words.customers.orderFacts.carrier, order.carrier],
    [words.customers.orderFacts.tracking, order.trackingNumber],
    [
      words.customers.orderFacts.shipped,
      order.shippedAt ? format.moment(order.shippedAt) : undefined
    ],
    [risk.payment, order.paymentMethod],
    [risk.status, order.statusText]
  ]
}

/** What is stored of the order; what the page did not show is left out. */
export function OrderFacts({ order }: { order: Order }) {
  return (
    <>
      <h3>{words.risk.facts}</h3>
      <dl className="facts">
        {factsOf(order).map(
          ([title, value]) =>
            value && (
              <div key={title}>
                <dt>{title}</dt>
                <dd className="break">{value}</dd>
              </div>
            )
        )}
      </dl>
    </>
  )
}
