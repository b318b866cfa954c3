import { fees, usd } from "./fee-table"

export const shopifyFees = fees(
  {
    marketplace: "shopify",
    stores: ["US"],
    source:
      "bluebarry.ai, thumbtube.com, disputely.com: Shopify Payments on the Basic plan in the United States",
    confidence: "high"
  },
  [
    // the processing fee stays with Shopify when an order is refunded
    { id: "us.payment", name: "payment", rate: "0.029", of: "total", fixed: usd(30), kept: true }
  ]
)
