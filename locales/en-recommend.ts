import type { Format } from "./format"

/** The English words of the Recommend view and of what it says on product pages. */
export const recommendWords = (format: Format) => ({
  tab: "Recommend",
  title: "What to sell next",
  effects: {
    revenue: (expected: string, low: string, high: string) =>
      `Sales: about ${expected} more a month (between ${low} and ${high})`,
    profit: (expected: string, low: string, high: string) =>
      `Profit: changes by about ${expected} a month (between ${low} and ${high})`,
    freed: (expected: string, low: string, high: string) =>
      `Frees about ${expected} once (between ${low} and ${high})`
  },
  effectHelp:
    "From your own past orders. How many buyers follow a suggestion is an assumption until you mark some as done.",
  margin: {
    title: "What is left of a price",
    label: "Left after all costs, %",
    assumed: (share: string) =>
      `Where a product has no costs of its own, ${share} of its price counts as left. That is our assumption: set yours below.`,
    own: (share: string) =>
      `Where a product has no costs of its own, ${share} of its price counts as left, as you said.`,
    help: "Costs of single products go first: type them on the product's page under Listing, Profit.",
    save: "Save and count again",
    saved: "Counted again."
  },
  noEffect: "No amount: the past does not tell one.",
  groups: {
    all: "All",
    sell: "Bundles and cross-sell",
    winBack: "Win back",
    range: "Range and prices"
  },
  show: "Show",
  states: { open: "Open", accepted: "Accepted", done: "Done", dismissed: "Dismissed" },
  openCount: (count: number) => `Open (${format.count(count)})`,
  decidedCount: (count: number) => `Decided (${format.count(count)})`,
  accept: "Accept",
  done: "Done",
  dismiss: "Dismiss",
  reopen: "Open again",
  about: (action: string, title: string) => `${action}: ${title}`,
  moved: (title: string, state: string) => `${state}: ${title}`,
  why: "Why",
  measuring: "Measured from 14 days after it was done, against products left alone.",
  outcome: (days: number, ratio: number) =>
    `${format.plural(days, { one: "# day", other: "# days" })} after: sales ${format.times(ratio)} times those before, compared with what was left alone.`,
  outcomeRange: (low: number, high: number) =>
    `With 95% certainty between ${format.times(low)} and ${format.times(high)} times.`,
  gain: (expected: string, low: string, high: string) =>
    `In money: ${expected} a month (between ${low} and ${high}).`,
  outcomeUnsure: "That may be chance.",
  outcomes: {
    title: "What it brought so far",
    help: "Before and after each was done, against what was left alone; all of a kind together. The list learns from it.",
    kind: "Suggestion",
    measured: "Measured",
    change: "Sales, times those without it",
    range: "95% certainty",
    between: (low: number, high: number) => `${format.times(low)} to ${format.times(high)}`
  },
  kinds: {
    bundle: "Bundles",
    comeback: "Reminders",
    "win-back": "Win-back",
    substitute: "Substitutes",
    price: "Prices",
    "list-next": "New listings",
    duplicate: "Joined listings",
    drop: "Dropped products"
  },
  learnt: (orders: number, products: number) =>
    `Learnt from ${format.plural(orders, { one: "# order", other: "# orders" })} and ${format.plural(products, { one: "# product", other: "# products" })} in this browser.`,
  learntAt: (time: number) => `Last: ${format.moment(time)}`,
  learn: "Learn again now",
  learning: "Learning from your orders…",
  notYet: "Nothing learnt yet.",
  notYetHelp:
    "Open your orders pages or import an order file. From 100 orders on, suggestions appear here by themselves.",
  none: "Nothing to suggest here.",
  noneHelp: "Suggestions appear when your orders show a pattern that is more than chance.",
  noneDecided: "Nothing decided yet.",
  showMore: (count: number) => `Show ${format.count(count)} more`,
  exportFile: "Export as CSV",
  columns: {
    kind: "Kind",
    what: "Suggestion",
    why: "Why",
    counted: "Amount is",
    low: "Low",
    expected: "Expected",
    high: "High",
    currency: "Currency",
    products: "Products",
    state: "State"
  },
  counted: {
    revenue: "sales a month",
    profit: "profit a month",
    freed: "money freed once"
  },
  product: "Look up a product",
  productHelp: "Title or SKU",
  productNone: "No product of your orders fits.",
  goesWith: "Goes with",
  goesWithNone: "Too few shared orders to say.",
  similar: "Similar",
  similarNone: "No product with a similar text.",
  cheaper: "cheaper",
  together: (count: number) =>
    format.plural(count, { one: "in # shared order", other: "in # shared orders" }),
  alike: (share: number) => `${format.share(share)} alike`,
  quality: "How good the suggestions are here",
  qualityHelp: (cases: number) =>
    `Tested on your newest ${format.plural(cases, { one: "# order", other: "# orders" })}, which nothing had learnt from, in their order in time. Every product could be suggested; the first ten count.`,
  tasks: {
    next: "What a returning buyer takes next",
    with: "What else goes into a basket"
  },
  ways: {
    ours: "Portside",
    personal: "What the buyer takes most",
    popular: "Best sellers lately"
  },
  method: "Way",
  found: "Found of what was bought",
  hit: "At least one right",
  parts: {
    warm: "Found, buyers with three orders or more",
    cold: "Found, other buyers",
    repeat: "Found of what they had bought before",
    explore: "Found of what was new to them"
  },
  qualityNone: "Too few orders to test.",
  share: (value: number) => (Number.isFinite(value) ? format.share(value) : "–"),
  badgeLabel: "Goes with",
  badgeCheaper: "Similar, cheaper",
  badgeWith: (title: string, together: number) =>
    `Goes with ${title} (${format.plural(together, { one: "# shared order", other: "# shared orders" })})`,
  badgeSimilar: (title: string, price: string) => `Similar, cheaper: ${title}, ${price}`
})
