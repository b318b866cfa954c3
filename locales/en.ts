import type { Reason } from "../src/domain/insight"
import type { Finding } from "../src/domain/listing-analysis"
import type { Suggestion, SuggestionReason } from "../src/domain/suggestion"
import { customers } from "./en-customers"
import { dataWords } from "./en-data"
import { demandWords } from "./en-demand"
import * as catalogue from "./en-findings"
import { enListing } from "./en-listing"
import { anyPage, marketplaceNames, ways } from "./en-readers"
import { nouns, reasonSentences } from "./en-reasons"
import { recommendWords } from "./en-recommend"
import { riskWords } from "./en-risk"
import { orderFields } from "./en-risk-reasons"
import { suggestionCatalogue } from "./en-suggestions"
import { teach } from "./en-teach"
import { findingText } from "./finding-text"
import type { Format } from "./format"
import { reasonText } from "./reason-text"
import { suggestionReason, suggestionTitle } from "./suggestion-text"

/** Every English sentence. The Chinese catalogue has the same type, so that nothing can be forgotten. */
export const en = (format: Format) => ({
  format,
  finding: (finding: Finding) => findingText(catalogue, format, finding),
  listing: enListing(format),
  fieldNames: catalogue.fieldNames,
  suggestion: (one: Suggestion, names: string[]) =>
    suggestionTitle(suggestionCatalogue, format, one, names),
  suggestionReason: (reason: SuggestionReason) =>
    suggestionReason(suggestionCatalogue, format, reason),
  recommend: recommendWords(format),
  reason: (reason: Reason) => reasonText(reasonSentences, nouns, orderFields, format, reason),
  riskMore: riskWords(format),
  name: "Portside",
  demand: demandWords(format),
  customers: customers(format),
  badge: {
    flagged: "Check first",
    clear: "Nothing unusual",
    tooLittleHistory: "Too few past orders to compare"
  },
  severity: { high: "High", medium: "Medium" },
  verdict: { fine: "Fine", fraud: "Fraud" },
  marketplace: marketplaceNames,
  anyPage,
  ways: ways(format),
  teach: teach(format),
  page: {
    orders: "Orders list",
    order: "Order page",
    listings: "Product list",
    listing: "Product page",
    messages: "Messages"
  },
  site: {
    title: "This page",
    asking: "Looking at this page…",
    unknown: "Portside does not know this page.",
    unknownHelp: "Open the orders page of your shop's admin, then open Portside again.",
    reading: "Reading is on for this site.",
    notReading: "Portside does not read this site yet.",
    neverRead: "Nothing read on this site yet. Open its orders page.",
    flagged: (count: number) =>
      count === 0
        ? "No order of this shop needs a check."
        : format.plural(count, {
            one: "# order of this shop needs a check.",
            other: "# orders of this shop need a check."
          }),
    allow: (host: string) => `Let Portside read orders on ${host}`,
    allowHelp:
      "Your browser asks you to confirm. Only this host is read, and nothing leaves your browser.",
    notAllowed: "The browser did not grant it, so nothing is read. You can allow it at any time.",
    stop: "Stop reading this site",
    stopped: "Stopped. Portside no longer reads this site; what was read before stays stored.",
    readOnce: "Read this page once",
    readOnceUnknown:
      "Portside found nothing on this page that it can read. Open the orders page of your shop's admin.",
    readOnceStarted: "Reading this page. The result appears here.",
    workbench: "Open the workbench"
  },
  reading: {
    complete: {
      orders: (rows: number) =>
        rows === 0
          ? "This list has no orders."
          : format.plural(rows, { one: "Read # order.", other: "Read # orders." }),
      products: (rows: number) =>
        rows === 0
          ? "This list has no products."
          : format.plural(rows, { one: "Read # product.", other: "Read # products." }),
      messages: (rows: number) =>
        rows === 0
          ? "This list has no messages."
          : format.plural(rows, { one: "Read # message.", other: "Read # messages." })
    },
    completeOf: {
      orders: (rows: number, expected: number) =>
        `Read ${format.count(rows)} of ${format.count(expected)} orders.`,
      products: (rows: number, expected: number) =>
        `Read ${format.count(rows)} of ${format.count(expected)} products.`,
      messages: (rows: number, expected: number) =>
        `Read ${format.count(rows)} of ${format.count(expected)} messages.`
    },
    inList: (total: number) => `${format.count(total)} in the whole list.`,
    short: (rows: number, expected: number) =>
      `Read only ${format.count(rows)} of ${format.count(expected)} rows: the page changed or hides rows.`,
    shortHelp: "Reload the page. If it stays so, show fewer rows a page.",
    unreadable: "This page could not be read: it has changed.",
    unreadableHelp:
      "Nothing was guessed. Reload the page; if it stays so, Portside needs an update for this site.",
    signedOut: "You are signed out of this shop.",
    signedOutHelp: "Sign in, then open the orders page.",
    challenge: "The site asks whether you are human.",
    challengeHelp: "Answer it, then open the orders page."
  },
  attention: {
    title: "Check first",
    none: "Nothing to check.",
    noOrders: "No orders read yet.",
    noOrdersHelp: "Open the orders page of your shop's admin and let Portside read it.",
    fewOrders: (count: number) =>
      `Too few past orders to compare yet: ${format.plural(count, { one: "# order", other: "# orders" })} read.`,
    fewOrdersHelp: "Open more pages of your orders list; Portside reads each one.",
    more: (count: number) => `${format.count(count)} more in the workbench`,
    noAmount: "amount unknown"
  },
  today: {
    title: "Today",
    placed: (count: number) =>
      count === 0
        ? "No order of today read yet."
        : format.plural(count, { one: "# order placed today.", other: "# orders placed today." }),
    check: (count: number) =>
      count === 0
        ? "None of them needs a check."
        : format.plural(count, { one: "# needs a check.", other: "# need a check." })
  },
  tabs: { label: "Views", demand: "Demand", customers: "Customers", risk: "Risk", data: "Data" },
  risk: {
    title: "Orders to check",
    open: "To check",
    decided: "Decided",
    show: "Show",
    sort: "Sort by",
    byImportance: "Importance",
    byDate: "Newest",
    byAmount: "Amount",
    showMore: (count: number) => `Show ${format.count(count)} more`,
    shown: (shown: number, all: number) => `${format.count(shown)} of ${format.count(all)} shown`,
    noneOpen: "Nothing to check.",
    noneOpenHelp: "An order appears here when it differs from your past orders.",
    noneDecided: "Nothing decided yet.",
    noneDecidedHelp: "Orders that you mark as fine or fraud, or hide, move here.",
    order: (nativeId: string) => `Order ${nativeId}`,
    unusualThan: (percentile: number, basis: number) =>
      percentile >= 0.9999
        ? `More unusual than all of your ${format.plural(basis, { one: "# past order", other: "# past orders" })}.`
        : `More unusual than ${format.percentile(percentile)} of your ${format.plural(basis, { one: "# past order", other: "# past orders" })}.`,
    whatToDo: "This is a hint, not a proof. Compare it with the order page before you ship.",
    details: "Reasons and numbers",
    reasons: "Why it stands out",
    shareOfScore: (share: number) => `(${format.share(share)} of the score)`,
    facts: "The order",
    shop: "Shop",
    placed: "Placed",
    amount: "Amount",
    shipsTo: "Ships to",
    billedIn: "Billed in",
    shipping: "Shipping",
    payment: "Payment",
    status: "Status",
    quantity: "Pieces",
    question: (nativeId: string) => `Is order ${nativeId} fine?`,
    hide: "Hide",
    hideLabel: (nativeId: string) => `Hide order ${nativeId} without a verdict`,
    saidFine: "You said: fine",
    saidFraud: "You said: fraud",
    hidden: "Hidden",
    moved: (nativeId: string) => `Order ${nativeId} moved to Decided.`,
    scoring: "Comparing new orders with your history…",
    scoringFailed: "The comparison did not finish and is tried again by itself.",
    noOrder: "Details of this order are no longer stored."
  },
  chart: {
    title: (currency: string) => `Amount among past orders in ${currency}`,
    loading: "Reading past orders…",
    tooFew: "Too few past orders in this currency to draw.",
    summary: (amount: string, count: number, below: number) =>
      `${amount} is above ${format.share(below)} of the ${format.plural(count, { one: "# order", other: "# orders" })} before it.`,
    table: "Show as a table",
    from: "From",
    to: "To",
    orders: "Orders",
    thisOrder: "this order",
    andMore: "and more"
  },
  ...dataWords(format),
  data: {
    title: "What Portside has read",
    stored: (orders: number, products: number) =>
      `${format.plural(orders, { one: "# order", other: "# orders" })} and ${format.plural(products, { one: "# product", other: "# products" })} stored in this browser.`,
    noReadings: "Nothing read yet.",
    noReadingsHelp: "Open the orders page of your shop's admin, then click the Portside icon.",
    readings: "Newest readings",
    shop: "Shop",
    page: "Page",
    outcome: "Result",
    when: "When",
    how: "Found by",
    problem: (text: string) => `Detail for support: ${text}`,
    sites: "Sites that Portside may read",
    sitesLoading: "Asking the browser…",
    noSites: "None. Open a shop's admin page and click the Portside icon to allow it.",
    remove: "Stop reading",
    removeLabel: (host: string) => `Stop reading ${host}`,
    removeTitle: (host: string) => `Stop reading ${host}?`,
    removeText: "New pages of this site are no longer read. What was read before stays stored.",
    removed: (host: string) => `Portside no longer reads ${host}.`,
    notRemoved: (host: string) =>
      `The browser did not remove ${host}. It may be set by the installation; see the extension's details in your browser.`,
    cancel: "Cancel",
    engine: "Computing",
    engineNone: "Nothing computed yet.",
    engineOf: {
      webgpu: "The graphics card compares your orders.",
      wasm: "The processor compares your orders (fast mode).",
      cpu: "The processor compares your orders (slow mode)."
    },
    privacy: "What is stored and what is not",
    kept: "Stored, in this browser only",
    keptList: [
      "order numbers, dates, amounts, products, quantities and countries",
      "your verdicts and the reasons for each flag",
      "how each reading went",
      "buyers, e-mails, phones and addresses only as codes that cannot be read back without this browser's secret"
    ],
    notKept: "Not stored, and never sent",
    notKeptList: [
      "names, e-mails, phone numbers and street addresses as text, unless you switch it on below",
      "passwords and sign-ins",
      "nothing at all is sent to us or anyone else"
    ]
  },
  error: {
    title: "That did not work.",
    refused: "Portside may not read this page. Allow the site first, or click Read this page once.",
    invalid:
      "This page sent something that Portside does not understand. Reload the page and try again.",
    "too-large": "This page shows too many rows at once. Show fewer rows a page and try again.",
    "too-many": "Too much at once. Wait a moment and try again.",
    "disk-full":
      "The disk is full, so nothing could be saved. What was saved before is safe. Free some space and try again.",
    "no-copy": "The copies are damaged too: none of them opens. What you can do is said below.",
    "read-only":
      "A newer Portside wrote this data. Update Portside; until then it can be seen but not changed.",
    failed: "Something went wrong inside Portside. Try again; if it stays so, restart the browser.",
    "no-answer":
      "Portside did not answer. Try again; if it stays so, restart Portside, then reload the shop's page. Nothing is lost.",
    store: "The stored data could not be opened. Restart the browser; your data is not deleted.",
    retry: "Try again",
    restart: "Restart Portside"
  }
})

export type Words = ReturnType<typeof en>
