import type { Format } from "../format"

/** Settlement report V2: its first row is the sum of the others. */
export const amazonSettlement: Format = {
  id: "amazon-settlement",
  marketplace: "amazon",
  kind: "movements",
  signature: ["settlementid", "transactiontype", "amounttype", "amountdescription", "amount"],
  columns: {
    settlement: ["settlementid"],
    order: ["orderid"],
    at: ["posteddatetime", "posteddate"],
    sku: ["sku"],
    movement: ["amountdescription"],
    amount: ["amount"],
    currency: ["currency"]
  },
  fixed: { zone: "UTC" },
  notData: (row) =>
    row.cell("totalamount") !== "" && row.cell("amount") === "" ? "summary" : undefined
}
