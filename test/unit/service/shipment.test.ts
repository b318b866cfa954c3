import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import { shipmentIn } from "../../../src/marketplace/records/shipment"

const moment = { now: Date.parse("2026-11-24T12:00:00Z"), zone: "UTC" }
const shipment = (html: string) => {
  const { document } = parseHTML(`<html lang="en"><body>${html}</body></html>`)
  return shipmentIn(document as unknown as Document, moment)
}

describe("the parcel of an order's page", () => {
  it.each([
    [
      "<dl><dt>Carrier</dt><dd>DHL</dd><dt>Tracking number</dt><dd>RR473124829DE</dd></dl>",
      { carrier: "DHL", trackingNumber: "RR473124829DE" }
    ],
    [
      "<p>快递单号：SF1234567890123 顺丰</p>",
      { carrier: "顺丰", trackingNumber: "SF1234567890123" }
    ],
    [
      "<p>Sendungsnummer: <b>00340434161094042557</b> (DPD)</p>",
      { carrier: "DPD", trackingNumber: "00340434161094042557" }
    ],
    ["<p>Shipped on</p><p>Nov 20, 2026</p>", { shippedAt: Date.parse("2026-11-20T00:00:00Z") }],
    ["<p>Carrier: Bluebird Parcels</p>", { carrier: "Bluebird Parcels" }],
    // a page that says nothing of it, and one with two parcels
    ["<p>Order 114-2233445-6677889</p><p>Total $15.50</p>", {}],
    ["<p>Tracking number</p><p>None yet</p>", {}],
    ["<p>Tracking RR473124829DE</p><p>Tracking LX123456789CN</p><p>Carrier: DHL</p>", {}]
  ])("%s", (html, expected) => expect(shipment(html)).toEqual(expected))
})
