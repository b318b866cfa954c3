import type { Format } from "../format"
import { ebayNotData, ebaySummaryGives } from "./ebay-orders"

/** The orders report of ebay.de: semicolons, "116,99 €", "10-Dez-25". */
export const ebayOrdersDe: Format = {
  id: "ebay-orders-de",
  marketplace: "ebay",
  kind: "lines",
  signature: ["verkaufsprotokollnummer", "bestellnummer", "artikelnummer", "verkauftfür"],
  columns: {
    order: ["bestellnummer"],
    at: ["verkauftam", "zahlungsdatum", "bezahltam"],
    sku: ["bestandseinheit", "artikelnummer"],
    title: ["angebotstitel"],
    quantity: ["anzahl"],
    unitPrice: ["verkauftfür"],
    country: ["versandinland", "landdeskäufers"],
    buyerId: ["nutzernamedeskäufers"],
    buyerEmail: ["emaildeskäufers"],
    buyerName: ["namedeskäufers"],
    buyerAddress: ["versandadresse1", "adresse1deskäufers"]
  },
  fixed: { language: "de", decimal: ",", dateOrder: "dmy" },
  summaryGives: ebaySummaryGives,
  notData: ebayNotData({
    record: "verkaufsprotokollnummer",
    order: "bestellnummer",
    item: "artikelnummer"
  }),
  statusOf: (row) =>
    row.cell("verschicktamdatum") !== "" || row.cell("verschicktam") !== "" ? "shipped" : "paid"
}
