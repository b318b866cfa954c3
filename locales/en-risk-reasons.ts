import type { RiskReasonSentences } from "./reason-text"

/** Reasons that rest on a buyer's past, contact facts, sums and missing facts, and those that speak for an order. */
export const riskReasonSentences: RiskReasonSentences = {
  "rush-shipping": [
    "{method} as shipping, chosen in {share} of {n:pastOrders}",
    "{method} as shipping, which few choose",
    "A way of shipping that few choose"
  ],
  "retries-in-shop": [
    "{orders:orders} within an hour needed several payment attempts, this one {attempts}",
    "Several orders within an hour needed several payment attempts"
  ],
  "contact-shared-by-buyers": [
    "{buyers:buyers} used the same e-mail, phone or IP address within 30 days",
    "Several buyers use the same e-mail, phone or IP address"
  ],
  "product-of-confirmed": [
    "{product} stands in {orders} of the {n:orders} that you called bad, far more than usual",
    "{product} stands in many of the orders that you called bad",
    "A product that bad orders often have"
  ],
  "buyer-month": [
    "{orders:orders} by the same person within 30 days",
    "Several orders by the same person within 30 days"
  ],
  "repeat-month": [
    "The same product in {orders:orders} of one person within 30 days",
    "One person orders the same product again and again"
  ],
  "units-month": [
    "{quantity:pieces} of {product} to one person within 30 days; an order usually has {usualQuantity}",
    "Many pieces of one product to one person within 30 days"
  ],
  "many-addresses": [
    "One person ships to {addresses:addresses} within 30 days",
    "One person ships to several addresses"
  ],
  "new-address": [
    "An address that this buyer has never used[ ({n:pastOrders})]",
    "A new address of a known buyer"
  ],
  "new-contact": [
    "An e-mail or phone that this buyer has never used[ ({n:pastOrders})]",
    "A new e-mail or phone of a known buyer"
  ],
  "returns-before": [
    "This buyer returned or got money back for {claims} of {n:pastOrders}",
    "This buyer often returns"
  ],
  "not-received-before": [
    "This buyer claimed {claims} of {n:pastOrders} as not received",
    "This buyer claimed before that orders did not arrive"
  ],
  "declined-before": [
    "This buyer cancelled or did not pay {claims} of {n:pastOrders}",
    "Earlier orders of this buyer were cancelled"
  ],
  "linked-to-confirmed": [
    "Buyer, address, e-mail or phone of {orders:orders} that you marked as bad",
    "Linked to an order that you marked as bad"
  ],
  "disposable-email": [
    "{?never}A throw-away e-mail address: none of {n:pastOrders} had one",
    "A throw-away e-mail address[ ({share} of {n:pastOrders} had one)]",
    "A throw-away e-mail address"
  ],
  "name-mismatch": [
    "The e-mail address has nothing of the buyer's name[ ({share} of {n:pastOrders})]",
    "The e-mail address has nothing of the buyer's name"
  ],
  "odd-email": [
    "The e-mail address looks thrown together[ ({share} of {n:pastOrders})]",
    "The e-mail address looks thrown together"
  ],
  "po-box": [
    "Ships to a post box[ ({share} of {n:pastOrders} to this country)]",
    "Ships to a post box"
  ],
  forwarder: [
    "The address carries a forwarder's customer code[ ({share} of {n:pastOrders} to this country)]",
    "The address carries a forwarder's customer code"
  ],
  "odd-address": [
    "The address is written unusually[ ({share} of {n:pastOrders} to this country)]",
    "The address is written unusually"
  ],
  "new-buyer-quantity": [
    "First order of this buyer: {quantity:pieces} of {product}, usually {usualQuantity}",
    "First order of this buyer, and more pieces than usual"
  ],
  "marketplace-high": ["The marketplace itself rates the risk as high"],
  "marketplace-medium": ["The marketplace itself rates the risk as medium"],
  "wrong-sum": [
    "The total {amount} is not what the lines and shipping add up to, {lines}",
    "The total is not what the lines add up to"
  ],
  "missing-fact": [
    "{?never}No {field} is shown; all of {n:pastOrders} showed one",
    "No {field} is shown; only {share} of {n:pastOrders} lacked it",
    "Something is missing that your orders usually show"
  ],
  "for-good-past": [
    "{n:pastOrders} of this buyer, none returned, claimed or cancelled",
    "This buyer's earlier orders went well"
  ],
  "for-usual-of-buyer": [
    "The amount is what this buyer usually spends[ ({n:pastOrders})]",
    "The amount is what this buyer usually spends"
  ],
  "for-usual-amount": [
    "{amount} is a usual amount for {country}[ ({n:pastOrders})]",
    "The amount is a usual one"
  ],
  "for-same-country": [
    "Billed and shipped in the same country, {country}",
    "Billed and shipped in the same country"
  ],
  "for-paid-at-once": ["Paid at the first attempt"],
  "for-usual-country": [
    "{share} of {n:pastOrders} went to {country}",
    "A destination that you often ship to"
  ],
  "for-marketplace-low": ["The marketplace itself rates the risk as low"]
}

/** Names of an order's facts inside a sentence. */
export const orderFields = {
  total: "amount",
  items: "product",
  buyer: "buyer",
  shipCountry: "destination",
  billCountry: "billing country",
  shippingMethod: "way of shipping",
  paymentMethod: "payment method",
  email: "e-mail",
  phone: "phone number",
  shipAddress: "address"
}
