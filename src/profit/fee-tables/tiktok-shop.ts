import { fees, usd } from "./fee-table"

const marketplace = "tiktok-shop"
const official =
  "TikTok Shop Seller Center US, “Referral Fee Updates – 2024”: 6 % of what the customer pays, less tax"

export const tiktokShopFees = [
  ...fees(
    {
      marketplace,
      stores: ["US"],
      of: "item-and-shipping",
      source: official,
      confidence: "official"
    },
    [
      {
        id: "us.referral.2023",
        name: "referral",
        rate: "0.02",
        fixed: usd(30),
        validFrom: "2023-09-12",
        validTo: "2024-03-31",
        source:
          "fitsmallbusiness.com: 2 % and 30 cents from the start in Sep 2023 until 31 Mar 2024",
        confidence: "medium"
      },
      {
        id: "us.referral.2024",
        name: "referral",
        rate: "0.06",
        validFrom: "2024-04-01",
        validTo: "2025-05-14"
      },
      {
        id: "us.referral",
        name: "referral",
        rate: "0.06",
        keptRate: "0.20",
        keptMost: usd(500),
        validFrom: "2025-05-15",
        source: `${official}; refund administration fee of 20 % of it, $5 at most, from 15 May 2025`
      }
    ]
  ),
  ...fees(
    {
      marketplace,
      stores: ["GB"],
      of: "total",
      validFrom: "2024-09-02",
      source: "docs.m2ecloud.com, TikTok Shop UK seller fees; topeuropenews.com on 2 Sep 2024",
      confidence: "high"
    },
    [
      { id: "gb.referral", name: "referral", rate: "0.09" },
      { id: "gb.referral.computers", name: "referral", category: "computers", rate: "0.05" }
    ]
  )
]
