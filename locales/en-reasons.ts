import { riskReasonSentences } from "./en-risk-reasons"
import type { Nouns, ReasonSentences } from "./reason-text"

export const nouns: Nouns = {
  pastOrders: { one: "# past order", other: "# past orders" },
  orders: { one: "# order", other: "# orders" },
  pieces: { one: "# piece", other: "# pieces" },
  buyers: { one: "# buyer", other: "# buyers" },
  attempts: { one: "# payment attempt", other: "# payment attempts" },
  products: { one: "# different product", other: "# different products" },
  addresses: { one: "# address", other: "# addresses" }
}

export const reasonSentences: ReasonSentences = {
  ...riskReasonSentences,
  "amount-vs-shop": [
    "Amount {amount} is {times} times the usual {usual} of this shop[ ({n:pastOrders})]",
    "Amount {amount} is far from the usual {usual} of this shop",
    "The amount is unusual for this shop"
  ],
  "amount-vs-country": [
    "Amount {amount} is {times} times the usual {usual} for {country}[ ({n:pastOrders})]",
    "Amount {amount} is unusual for {country}",
    "The amount is unusual for this country"
  ],
  "amount-vs-buyer": [
    "Amount {amount} is {times} times what this buyer usually spends, {usual}[ ({n:pastOrders})]",
    "Amount {amount} is unusual for this buyer",
    "The amount is unusual for this buyer"
  ],
  "quantity-vs-sku": [
    "{quantity:pieces} of {product}, usually {usualQuantity}[ ({n:pastOrders})]",
    "{quantity:pieces} of {product}, more than usual",
    "More pieces of one product than usual"
  ],
  "quantity-vs-shop": [
    "{quantity:pieces} in one order, usually {usualQuantity}[ ({n:pastOrders})]",
    "{quantity:pieces} in one order, more than usual",
    "More pieces in one order than usual"
  ],
  "price-vs-sku": [
    "Price {price} for {product} is {times} times the usual {usualPrice}[ ({n:pastOrders})]",
    "Price {price} for {product} is only {part} of the usual {usualPrice}[ ({n:pastOrders})]",
    "Price {price} for {product} is unusual",
    "The price of one product is unusual"
  ],
  "buyer-velocity": [
    "{orders:orders} by the same buyer within {hours}",
    "Several orders by the same buyer within {hours}",
    "Several orders by the same buyer in a short time"
  ],
  "address-velocity": [
    "{orders:orders} to the same address within {hours}",
    "Several orders to the same address within {hours}",
    "Several orders to the same address in a short time"
  ],
  "sku-velocity": [
    "{orders:orders} of {product} within {hours}",
    "Many orders of {product} in a short time",
    "Many orders of one product in a short time"
  ],
  "shop-velocity": [
    "{orders:orders} in this shop within {hours}, more than usual",
    "More orders in this shop than usual in a short time"
  ],
  "new-buyer-high-value": [
    "First order of this buyer, and {amount} is {times} times the usual {usual}[ ({n:pastOrders})]",
    "First order of this buyer, and {amount} is a high amount here",
    "First order of this buyer, with a high amount"
  ],
  "country-mismatch": [
    "Ships to {country}, billed in {other}; {?never}none of {n:pastOrders} had two countries",
    "Ships to {country}, billed in {other}[; {share} of {n:pastOrders} had two countries]",
    "Shipping and billing country differ"
  ],
  "payment-attempts": [
    "{attempts:attempts} before this order was paid",
    "Several payment attempts before this order was paid"
  ],
  "rush-shipping-high-value": [
    "{amount}, {times} times the usual {usual}, with {method} as shipping[ (chosen in {share} of your orders)]",
    "{amount} with {method} as shipping",
    "High amount with fast shipping"
  ],
  "unusual-hour": [
    "{?never}Placed at {time}: none of {n:pastOrders} came at this hour",
    "Placed at {time}: {share} of {n:pastOrders} came at this hour",
    "Placed at {time}, an unusual hour for this shop",
    "Placed at an unusual hour for this shop"
  ],
  "many-skus": [
    "{lines:products} in one order, usually {usualQuantity}",
    "{lines:products} in one order, more than usual",
    "More different products in one order than usual"
  ],
  "unusual-mix": [
    "{?never}{product} has not gone to {country} before ({n:pastOrders})",
    "{product} rarely goes to {country}: {share} of {n:pastOrders}",
    "{product} rarely goes to {country}",
    "An unusual product for this destination"
  ],
  "address-shared-by-buyers": [
    "{buyers:buyers} used this address within 30 days",
    "Several buyers use this address"
  ],
  "repeat-order": [
    "The same products ordered {orders} times within {hours}",
    "The same products were ordered again in a short time"
  ]
}
