import type { Alternative } from "../src/domain/insight"
import type { RiskKind } from "../src/domain/risk"
import type { Format } from "./format"
/** Everything that the Risk view says besides its list and the reasons. */
export const riskWords = (format: Format) => ({
  kind: {
    "payment-fraud": "Payment to check",
    "account-takeover": "Account may be in other hands",
    reseller: "Reseller or bot order",
    "address-risk": "Address to check",
    "refund-abuse": "Returns again and again",
    "not-received-abuse": "“Not received” again and again",
    "pricing-error": "Price may be wrong",
    "data-oddity": "Something does not add up"
  } satisfies Record<RiskKind, string>,
  probability: (share: number) =>
    share >= 0.95
      ? "Nearly all orders like this turned out bad."
      : `About ${format.count(Math.max(1, Math.round(share * 10)))} in 10 orders like this turn out bad.`,
  probabilityBasis:
    "Learnt on invented shops and on your own verdicts: the more you judge, the more it is about your shop.",
  from: (place: string) => `Seen in: ${place}`,
  place: {
    total: "total",
    items: "products",
    buyer: "buyer",
    address: "shipping address",
    billing: "billing address",
    payment: "payment",
    shipping: "way of shipping",
    placed: "time of the order",
    history: "your earlier orders"
  },
  against: "What speaks for it",
  noneAgainst: "Nothing that the page shows.",
  decisive: (reason: string) => `Without this it would not be flagged: ${reason}`,
  noDecisive: "No single reason decides: several come together.",
  instead: {
    shipCountry: (value: string) => `It would not be flagged if it shipped to ${value}.`,
    billCountry: (value: string) => `It would not be flagged if the billing country were ${value}.`,
    shippingMethod: (value: string) => `It would not be flagged with ${value} as shipping.`,
    paymentAttempts: () => "It would not be flagged if it had been paid at the first attempt.",
    quantity: (value: string) =>
      `It would not be flagged with ${value} of the product that stands out, as is usual.`,
    total: (value: string) => `It would not be flagged at the shop's usual amount of ${value}.`
  } satisfies Record<Alternative["field"], (value: string) => string>,
  similar: "Past orders most like it",
  similarVerdict: { fine: "you said fine", fraud: "you said fraud" },
  messages: "What the buyer wrote about it",
  adviceTitle: "What you can do",
  advice: {
    "payment-fraud": [
      "Hold the order until the payment is settled; do not change its address.",
      "Ask the buyer to confirm the order by the marketplace's messages.",
      "Where you ship, ship with tracking and signature to the address on the order."
    ],
    "account-takeover": [
      "Write to the buyer by the marketplace's messages, not to the new e-mail or phone.",
      "Hold the order until the buyer confirms the new address.",
      "Tell the marketplace's support that the account may be taken over."
    ],
    reseller: [
      "Set a limit of pieces per buyer if stock is short.",
      "Check that the price is not below your cost.",
      "Ship in one parcel with tracking; a bulk order is no fault by itself."
    ],
    "address-risk": [
      "Compare the address with the buyer's country and earlier orders.",
      "Ask the buyer to confirm the address; protection often ends where a forwarder takes over.",
      "Ship with tracking and signature."
    ],
    "refund-abuse": [
      "Take photos and serial numbers before you pack.",
      "Follow the marketplace's return process; refund after the goods are checked.",
      "Do not refuse a lawful return because of earlier ones."
    ],
    "not-received-abuse": [
      "Ship with tracking and signature, and keep the receipt of the carrier.",
      "Buy the protected label where the marketplace offers one.",
      "Answer a claim with the scan and the signature."
    ],
    "pricing-error": [
      "Check the price of the listing now; more orders may follow.",
      "Ship, or cancel with an apology: a wrong price is your side's mistake.",
      "Correct the listing before you answer."
    ],
    "data-oddity": [
      "Open the order page and compare the amounts.",
      "If the order came twice, ask the buyer which one counts.",
      "Ship once the page makes sense; this is often an import or a discount."
    ]
  } satisfies Record<RiskKind, string[]>,
  draftTitle: "A message to the buyer",
  draft: {
    "payment-fraud": (order: string) =>
      `Hello, thank you for order ${order}. Before we send it, could you please confirm that you placed this order and that the shipping address is right? We will ship as soon as we hear from you.`,
    "account-takeover": (order: string) =>
      `Hello, order ${order} was placed from your account with an address that is new to us. Did you place it, and is the new address right? We keep it here until you confirm.`,
    reseller: (order: string) =>
      `Hello, thank you for order ${order}. Is it for your own use or for resale? We ask so that we can pack it well and send the right invoice.`,
    "address-risk": (order: string) =>
      `Hello, thank you for order ${order}. Could you please confirm the shipping address? We send with tracking and want to be sure that it reaches you.`,
    "refund-abuse": (order: string) =>
      `Hello, thank you for order ${order}. Is there anything you would like to know about the product before we send it, so that it is the right one this time?`,
    "not-received-abuse": (order: string) =>
      `Hello, thank you for order ${order}. We send it with tracking and signature. Will somebody be there to receive it?`,
    "pricing-error": (order: string) =>
      `Hello, thank you for order ${order}. The price of one product was wrong on our side. We are sorry; we are checking it and will write to you today with what we can offer.`,
    "data-oddity": (order: string) =>
      `Hello, thank you for order ${order}. It reached us in a form that we would like to check. Did you mean to order this once, and are the products right?`
  } satisfies Record<RiskKind, (order: string) => string>,
  copy: "Copy the message",
  copied: "Copied. Paste it into the marketplace's messages.",
  snooze: "Remind me tomorrow",
  snoozed: (until: number) => `Asleep until ${format.moment(until)}`,
  allow: "Never flag this buyer",
  allowed: "This buyer is never flagged",
  undo: "Undo",
  undoVerdict: "Take the verdict back",
  budget: {
    title: "How many orders to look at",
    rate: "A share of all orders",
    cost: "Those whose look pays for itself",
    inHundred: (share: number) =>
      share < 0.01
        ? `About ${format.count(share * 1_000)} in 1,000 orders`
        : `About ${format.count(share * 100)} in 100 orders`,
    claimFee: "A claim costs, besides the goods",
    checkCost: "One look costs",
    margin: "Earned of an order's value, in percent",
    currency: "In the order's own currency.",
    save: "Save",
    saved: "Saved. The newest orders are compared again."
  },
  quality: {
    title: "How right the flags are",
    none: "No verdicts yet. Mark flagged orders as fine or fraud: ten verdicts already change what is flagged.",
    judged: (count: number) =>
      format.plural(count, { one: "# verdict so far", other: "# verdicts so far" }),
    precision: "Flagged orders that were bad",
    recall: "Bad orders that were flagged",
    recallHelp: "Bad orders that were not flagged are known only from claims that you enter.",
    f1: "Both together (F1)",
    calibration: "Said and found",
    calibrationHelp: "Of the orders with this chance, how many you called fraud.",
    said: "Chance said",
    found: "Called fraud",
    orders: "Orders",
    error: "Difference on average (ECE)",
    saved: "Value of orders you called fraud after a flag",
    few: (count: number) =>
      `From ${format.plural(count, { one: "# verdict", other: "# verdicts" })}: too few to lean on.`
  },
  claims: {
    title: "Claims",
    shield: "Before you ship",
    shieldHelp: (date: string) => `As of ${date}. The marketplace's own page decides.`,
    source: {
      official: "by the marketplace",
      reported: "reported by others",
      unconfirmed: "not confirmed"
    },
    rule: {
      "amazon-label": "Buy a label that is marked “Claims Protected”.",
      "amazon-scan": "The carrier's first scan must be on time.",
      "amazon-refund": "Let Amazon refund: do not refund yourself.",
      "ebay-tracking": "Use a carrier whose tracking eBay reads.",
      "ebay-signature": "From 750 US dollars on: with signature.",
      "own-tracking": "Ship with tracking to the address on the order, and keep the receipt.",
      "own-record": "Keep the buyer's confirmation together with the order.",
      "amazon-appeal": "Appeal",
      "amazon-answer": "Answer questions about the claim",
      "amazon-safe-t": "Ask for reimbursement (SAFE-T)",
      "ebay-answer": "Answer with tracking, or refund",
      "own-answer": "Answer your payment provider; its notice names the day"
    },
    open: "A claim came in",
    kind: {
      returned: "Return or refund",
      "not-received": "Not received",
      "not-as-described": "Not as described",
      chargeback: "Chargeback"
    },
    opened: (at: number) => `Came in ${format.moment(at)}`,
    deadlines: "Deadlines",
    until: (what: string, at: number) => `${what}: until ${format.moment(at)}`,
    noDate: (what: string) => what,
    late: "past",
    evidence: "Save the evidence",
    evidenceHelp:
      "One file with what was on screen: the order, its times, the reasons and your verdict. No buyer's name is in it.",
    close: "Close the claim",
    none: "No open claim."
  },
  shop: {
    title: "Days that left their usual band",
    metric: {
      orders: "Orders a day",
      revenue: "Sales a day",
      cancelled: "Cancelled orders",
      refunded: "Refunds and returns",
      late: "Paid orders that were not shipped after five days"
    },
    day: (date: string, value: string, low: string, high: string) =>
      `${date}: ${value}, usually ${low} to ${high}`,
    none: "No day of the last four weeks left its usual band.",
    unknown:
      "Conversion and reviews are not watched: the pages that Portside reads do not show them by day.",
    chart: (metric: string) => `${metric}, last eight weeks; unusual days are marked`,
    hide: "Hide"
  }
})
export type RiskWords = ReturnType<typeof riskWords>
