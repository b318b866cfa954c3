import type { ChangeCause, DemandFinding, ForecastBasis } from "../src/domain/forecast"
import type { Format } from "./format"

const causes: Record<ChangeCause, string> = {
  "sold-more": "it sold more last week than expected",
  "sold-less": "it sold less last week than expected",
  season: "the time of year",
  stock: "it was out of stock",
  price: "its price changed",
  promotion: "it was on promotion last week",
  "promotion-over": "its promotion is over"
}

/** What the Demand view says in English. */
export const demandWords = (format: Format) => {
  const units = (value: number) =>
    format.plural(Math.round(value), { one: "# unit", other: "# units" })
  const days = (value: number) => format.plural(value, { one: "# day", other: "# days" })
  const range = (low: number, high: number) =>
    `${format.count(Math.round(low))}–${format.count(Math.round(high))}`
  return {
    title: "Demand",
    help: "What each item will sell, when its stock runs out, and when to order.",
    none: "No forecasts yet.",
    noneHelp: "Open your orders pages or import an order file. Forecasts follow by themselves.",
    forecastNow: "Forecast again",
    test: "Test on my past",
    stop: "Stop",
    working: (done: number, total: number) =>
      `Forecasting: ${format.count(done)} of ${format.count(total)} items`,
    testing: (done: number, total: number) =>
      `Testing: ${format.count(done)} of ${format.count(total)} items`,
    search: "Search item or title",
    searched: (count: number) => format.plural(count, { one: "# item", other: "# items" }),
    table: "Items by urgency",
    item: "Item",
    sells: "Next 28 days",
    stock: "Stock",
    runsOut: "Runs out",
    orderBy: "Order by",
    order: "Order",
    open: (name: string) => `Open ${name}`,
    close: "Back to the list",
    showMore: (count: number) => `Show ${format.count(count)} more`,
    unknownStock: "not seen",
    lasts: "not within 26 weeks",
    outNow: "out of stock",
    isOut: "Out of stock.",
    late: (day: string) => `${day} (late)`,
    units,
    days,
    runsOutBetween: (likely: string, early: string, late: string | null) =>
      late
        ? `Stock runs out on ${likely} (between ${early} and ${late}).`
        : `Stock runs out on ${likely} (${early} at the earliest).`,
    mayRunOut: (early: string) =>
      `Stock may run out from ${early} on, but more likely lasts 26 weeks.`,
    cover: (value: number) => `Stock covers ${days(value)} at the expected demand.`,
    orderNow: (quantity: string, by: string) => `Order ${quantity} by ${by}.`,
    orderLate: (quantity: string) => `Order ${quantity} now: a delivery already comes late.`,
    sendFast: (quantity: string, left: number) =>
      `Send ${quantity} of them the faster way (${days(left)}), so that stock lasts until the rest arrives.`,
    noOrder: (point: string) =>
      `No order needed yet: the next one is due when stock falls to ${point}.`,
    noStock:
      "Portside has not seen this item's stock. Open your product list once a day and it notes it.",
    basis: {
      own: (seen: number) => `From ${days(seen)} of its own sales.`,
      similar: (seen: number) =>
        `New: ${days(seen)} of its own sales and how similar items started.`,
      range: (seen: number) => `Too little history (${days(seen)}): a wide range, not a forecast.`
    } satisfies Record<ForecastBasis, (seen: number) => string>,
    chart: (low: string, high: string, mean: string) =>
      `Next 28 days: about ${mean}. Next 7 days: ${low} to ${high} in four cases of five.`,
    chartTitle: "Sales and forecast by week",
    sold: "Sold",
    expected: "Expected",
    range80: "80 % range",
    range95: "95 % range",
    week: "Week from",
    stockoutMark: "likely out of stock",
    showTable: "Show as a table",
    chanceToSell: (share: number) => `Chance of a sale in the next 7 days: ${format.share(share)}.`,
    leadTime: "Lead time in days",
    leadSpread: "Give or take (days)",
    service: "Chance of not running out",
    review: "Days between orders",
    minimum: "Least order",
    pack: "Pack size",
    fast: "Faster way: days (0: none)",
    inbound: "On its way (units)",
    inboundIn: "Arrives in days",
    promotion: "Promotion for days",
    uplift: "Sells times as much",
    upliftSeen: (times: number) =>
      `In past promotions this item sold ${format.times(times)} times as much.`,
    whatIf: "What if",
    whatIfHelp: "Changes here are tried out at once and stored only when you save them.",
    save: "Keep for this item",
    saveAll: "Keep for all items",
    saved: "Kept. The plans are being worked out again.",
    found: "Worth a look",
    finding: (finding: DemandFinding): string => {
      switch (finding.code) {
        case "stock-out-now":
          return `Out of stock for ${days(finding.days)}: about ${units(finding.lostUnits)} not sold.`
        case "lost-sales":
          return `Out of stock on ${days(finding.days)} of the last 56: about ${units(finding.lostUnits)} not sold.`
        case "overstock":
          return `${units(finding.excess)} too many: they will not sell in ${days(finding.days)} even if demand is high.`
        case "ageing":
          return `Nothing sold for ${days(finding.days)}; ${units(finding.onHand)} in stock.`
        case "spike":
          return `Sold ${units(finding.sold)} last week, far more than expected (${range(finding.usualLow, finding.usualHigh)}).`
        case "drop":
          return `Sold ${units(finding.sold)} last week, far less than expected (${range(finding.usualLow, finding.usualHigh)}).`
        case "changed":
          return `Four-week forecast went from ${units(finding.from)} to ${units(finding.to)} since last week: ${finding.because === "holiday" ? `the public holiday on ${format.epochDay(finding.day)}` : causes[finding.because]}.`
      }
    },
    buyers: "Likely to buy again",
    buyersHelp:
      "Buyers who bought on two days or more, by their chance to buy within four weeks. Codes only: Portside keeps no names.",
    buyersWorking: "Working out who buys next…",
    noBuyers: "No buyer has bought on two days yet.",
    buyer: "Buyer",
    buyerChance: "Chance in four weeks",
    buyerDays: "Days with a purchase",
    buyerUsual: "Usually every",
    buyerLast: "Last bought",
    plan: "Purchase plan",
    budget: "Budget",
    costShare: "Unit cost, % of price where not known",
    withinBudget: (bought: string, wanted: string) => `Within the budget: ${bought} of ${wanted}.`,
    exportCsv: "Save as CSV",
    exportXlsx: "Save as Excel",
    nothingDue: "No order is due.",
    planColumns: {
      sku: "SKU",
      title: "Title",
      cost: "Cost",
      quantity: "Order quantity",
      orderBy: "Order by",
      stock: "Stock",
      runsOut: "Runs out (likely)",
      runsOutEarly: "Runs out (earliest)",
      next28: "Expected 28 days",
      reorderPoint: "Reorder point"
    },
    quality: "How good the forecasts were",
    qualityHelp: (horizon: number, at: string) =>
      `Forecasts of the last ${days(horizon)}, made as if they were not known yet. Tested ${at}.`,
    notTested: "Not tested on your sales yet.",
    tooShort: (count: number) =>
      format.plural(count, {
        one: "# item has too little history to test.",
        other: "# items have too little history to test."
      }),
    nothingToTest: "No item has enough history to test: 12 weeks are needed.",
    classes: {
      all: "All items",
      smooth: "Steady",
      erratic: "Steady, sizes vary",
      intermittent: "Now and then",
      lumpy: "Now and then, sizes vary"
    },
    kind: "Kind of demand",
    errorColumn: "Error (RMSSE)",
    rangeError: "Range error (WQL)",
    biasColumn: "Bias",
    inside80: "In 80 % range",
    inside95: "In 95 % range",
    versus: (ours: string, naive: string, ets: string) =>
      `${ours} (last value ${naive}, ETS ${ets})`,
    badge: {
      cover: (value: number) => `${days(value)} of stock`,
      plenty: "Stock for over 26 weeks",
      out: "Out of stock",
      orderBy: (day: string) => `Order by ${day}`,
      orderNow: "Order now"
    },
    firstOut: (name: string, day: string) => `Runs out first: ${name}, about ${day}.`,
    outAlready: (count: number) =>
      format.plural(count, { one: "# item is out of stock.", other: "# items are out of stock." }),
    dueNow: (count: number) =>
      format.plural(count, {
        one: "# item is due for an order.",
        other: "# items are due for an order."
      }),
    popupTitle: "Stock"
  }
}
export type DemandWords = ReturnType<typeof demandWords>
