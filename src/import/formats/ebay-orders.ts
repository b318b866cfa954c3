import type { Format } from "../format"

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
  notData(row) {
    if (/^records?\(?s?\)? downloaded/i.test(row.cell("ordernumber"))) return "footer"
    if (/^seller id\s*:/i.test(row.cell("salesrecordnumber"))) return "footer"
    // the first row of an order of several items sums it up and names none
    return row.cell("itemnumber") === "" && row.cell("ordernumber") !== "" ? "summary" : undefined
  },
  // the report has no status column: what was shipped has a date, what was paid too
  statusOf: (row) =>
    row.cell("shippedondate") !== ""
      ? "shipped"
      : row.cell("paidondate") !== ""
        ? "paid"
        : "pending"
}
