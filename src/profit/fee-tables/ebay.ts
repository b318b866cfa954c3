import { eur, fees, gbp, usd } from "./fee-table"

const marketplace = "ebay"
const perOrder2024 = "eBay seller update, winter 2024, “Our per-order fee is changing”"
const most = "most categories, no store or a Starter store"
const finalValue = { name: "final-value", of: "total" } as const
const edge = usd(750_000)

export const ebayFees = [
  ...fees(
    { marketplace, stores: ["US"], source: perOrder2024, confidence: "official", kept: true },
    [
      { id: "us.per-order.2023", name: "per-order", fixed: usd(30), validTo: "2024-03-14" },
      {
        id: "us.per-order.small",
        name: "per-order",
        fixed: usd(30),
        upTo: usd(1_000),
        validFrom: "2024-03-15"
      },
      {
        id: "us.per-order",
        name: "per-order",
        fixed: usd(40),
        above: usd(1_000),
        validFrom: "2024-03-15"
      }
    ]
  ),
  ...fees(
    {
      marketplace,
      stores: ["US"],
      validFrom: "2023-02-15",
      validTo: "2025-02-13",
      source: `export.ebay.com, seller update of winter 2023 (${most}: 12.9 % and 0.35 more); its example of winter 2024`,
      confidence: "official"
    },
    [
      { ...finalValue, id: "us.final-value.2023", rate: "0.1325", partUpTo: edge },
      { ...finalValue, id: "us.final-value.2023.rest", rate: "0.0235", partAbove: edge }
    ]
  ),
  ...fees(
    {
      marketplace,
      stores: ["US"],
      validFrom: "2025-02-14",
      source: `dataede.com, 22 Mar 2026, quoting eBay's Seller Center: up to 0.35 points more from 14 Feb 2025 (${most})`,
      confidence: "medium"
    },
    [
      { ...finalValue, id: "us.final-value", rate: "0.136", partUpTo: edge },
      { ...finalValue, id: "us.final-value.rest", rate: "0.0235", partAbove: edge }
    ]
  ),
  ...fees(
    {
      marketplace,
      validFrom: "2024-04-08",
      source: "mindedhub.com on eBay's regulatory operating fee; droopify.co, fees of eBay.co.uk",
      confidence: "high"
    },
    [
      {
        id: "regulatory",
        name: "regulatory",
        stores: ["GB", "AT", "BE", "FR", "IT", "IE", "NL", "PL", "ES", "CH"],
        rate: "0.0035",
        of: "total"
      }
    ]
  ),
  ...fees(
    {
      marketplace,
      stores: ["GB"],
      source: "droopify.co, clearpence.com: fees of eBay.co.uk for business sellers, without VAT",
      confidence: "medium",
      kept: true
    },
    [{ id: "gb.per-order", name: "per-order", fixed: gbp(30) }]
  ),
  ...fees(
    {
      marketplace,
      stores: ["DE"],
      source: "ezfox.ai, fees of eBay.de for business sellers (most categories)",
      confidence: "low"
    },
    [
      { ...finalValue, id: "de.final-value", rate: "0.11", partUpTo: eur(199_000) },
      { ...finalValue, id: "de.final-value.rest", rate: "0.02", partAbove: eur(199_000) },
      { id: "de.per-order", name: "per-order", fixed: eur(35), kept: true }
    ]
  )
]
