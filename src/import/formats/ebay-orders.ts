import type { Field } from "../fields"
import type { Format, NamedRow } from "../format"

/** The buyer and the address stand in the first row of an order only. */
export const ebaySummaryGives: Field[] = [
  "at",
  "country",
  "buyerId",
  "buyerEmail",
  "buyerName",
  "buyerPhone",
  "buyerAddress"
]

/** Rows of eBay's report that are no items, by the names of three columns. */
export const ebayNotData =
  (names: { record: string; order: string; item: string }) => (row: NamedRow) => {
    const [order, record] = [row.cell(names.order), row.cell(names.record)]
    // "69, record(s) downloaded", "Seller ID : x": few cells, none of them an order's number
    if (/^records?\(?s?\)? downloaded/i.test(order)) return "footer"
    if (/^(?:seller id|verkäufer\p{L}*)\s*:/iu.test(record)) return "footer"
    if (row.filled <= 3 && !/^[\d-]+$/.test(order)) return "footer"
    // the first row of an order of several items sums it up and names none
    return row.cell(names.item) === "" && order !== "" ? "summary" : undefined
  }

/** Seller Hub orders report: 80 columns (59 before), an empty row above and below the header, a count and a name below. */
export const ebayOrders: Format = {
  id: "ebay-orders",
  marketplace: "ebay",
  kind: "lines",
  signature: ["salesrecordnumber", "ordernumber", "itemnumber", "soldfor"],
  columns: {
    order: ["ordernumber"],
    at: ["saledate", "paidondate"],
    sku: ["customlabel", "itemnumber"],
    title: ["itemtitle"],
    quantity: ["quantity"],
    unitPrice: ["soldfor"],
    country: ["shiptocountry", "posttocountry", "buyercountry"],
    buyerId: ["buyerusername"],
    buyerEmail: ["buyeremail"],
    buyerName: ["buyername"],
    buyerPhone: ["shiptophone", "posttophone"],
    buyerAddress: ["shiptoaddress1", "posttoaddress1"]
  },
  fixed: { language: "en" },
  summaryGives: ebaySummaryGives,
  notData: ebayNotData({ record: "salesrecordnumber", order: "ordernumber", item: "itemnumber" }),
  // the report has no status column: what was shipped has a date, what was paid too
  statusOf: (row) =>
    row.cell("shippedondate") !== ""
      ? "shipped"
      : row.cell("paidondate") !== ""
        ? "paid"
        : "pending"
}
