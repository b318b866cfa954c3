import type { Format } from "./format"

export const teach = (format: Format) => ({
  title: "Teach a page",
  help: "Where Portside is unsure, show it once: point at one value of each field in the list. It remembers the place by labels and structure, not the values.",
  none: "Nothing taught yet.",
  kind: "The list is of",
  orders: "Orders",
  listings: "Products",
  fields: {
    order: "Order number",
    placed: "Order date",
    total: "Order total",
    status: "Status",
    title: "Product name",
    sku: "SKU",
    quantity: "Quantity",
    unitPrice: "Price of one",
    product: "Product ID",
    price: "Price",
    stock: "Stock"
  },
  point: "Point at it",
  pointAgain: "Point again",
  pointLabel: (field: string) => `Point at: ${field}`,
  say: (field: string) => `Point at one ${field} in the list and click. Escape ends it.`,
  picked: (sample: string, rows: number) =>
    `“${sample}” and ${format.count(rows)} rows of the list`,
  notInList: "That is not in a list of the page. Point at a value inside the list.",
  cancelled: "Nothing was chosen.",
  save: "Keep and read the page",
  saved: "Kept. The page is read again with it.",
  needs:
    "Point at the order number or the product first; without it no row can be told from another.",
  start: "Teach the page in front",
  noPage: "Open the page, click Portside's button in the toolbar, then come back here.",
  pages: (host: string, path: string) => `${host}${path}`,
  taughtOn: (day: string) => `taught ${day}`,
  forget: "Forget",
  forgetLabel: (page: string) => `Forget what was taught for ${page}`,
  export: "Save to a file",
  import: "Load from a file",
  imported: (count: number) =>
    `Loaded ${format.count(count)}. Pages of those addresses are now read that way.`,
  badFile: "This is not a file of taught readers. Nothing was changed.",
  lost: (fields: string) => `No longer fits: ${fields}. The page changed; point at it again.`
})
