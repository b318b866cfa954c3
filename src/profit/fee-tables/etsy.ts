import { fees, usd } from "./fee-table"

const marketplace = "etsy"
const wise = "wise.com/us/blog/how-much-does-etsy-take-per-sale"
/** Of the seller's country; the help page gives no first day. */
const operating = { GB: "0.0032", FR: "0.0047", IT: "0.0032", ES: "0.0040", TR: "0.0110" }

export const etsyFees = [
  ...fees({ marketplace, source: "etsy.com/legal/fees", confidence: "official" }, [
    // in dollars for every shop
    { id: "listing", name: "listing", fixed: usd(20), kept: true },
    {
      id: "transaction",
      name: "transaction",
      rate: "0.065",
      of: "item-and-shipping",
      source: `etsy.com/legal/fees through ${wise}`,
      confidence: "high"
    },
    {
      id: "us.payment",
      name: "payment",
      stores: ["US"],
      rate: "0.03",
      of: "total",
      fixed: usd(25),
      source: `${wise} and e-commerce-fee-calculator.pages.dev, Jan 2026 (Etsy Payments, United States)`,
      confidence: "high"
    }
  ]),
  ...fees(
    {
      marketplace,
      source: "help.etsy.com, article 1500011073202 (regulatory operating fee)",
      confidence: "official"
    },
    Object.entries(operating).map(([country, rate]) => ({
      id: `${country.toLowerCase()}.regulatory`,
      name: "regulatory" as const,
      stores: [country],
      rate,
      of: "item-and-shipping" as const
    }))
  )
]
