import { byPart, byPrice, fees, flat, usd } from "./fee-table"

const schedule =
  "marketplacelearn.walmart.com, Referral fee schedule for contract categories, updated 25 Mar 2025"

export const walmartFees = fees(
  {
    marketplace: "walmart",
    stores: ["US"],
    of: "item-and-shipping",
    source: schedule,
    confidence: "official"
  },
  [
    {
      id: "us.referral",
      name: "referral",
      rate: "0.15",
      source: `${schedule}; flashpricer.com, Aug 2025: everything else 15 %`
    },
    ...byPrice("us.referral", "clothing", [["0.05", usd(1_500)], ["0.10", usd(2_000)], ["0.15"]]),
    ...byPrice("us.referral", "baby", [["0.08", usd(1_000)], ["0.15"]]),
    ...byPrice("us.referral", "beauty-health", [["0.08", usd(1_000)], ["0.15"]]),
    ...byPart("us.referral", "compact-appliances", usd(30_000), ["0.12", "0.08"]),
    flat("us.referral", "major-appliances", "0.08"),
    flat("us.referral", "automotive", "0.12"),
    ...byPart("us.referral", "electronics-accessories", usd(10_000), ["0.15", "0.08"]),
    ...byPart("us.referral", "jewellery", usd(25_000), ["0.20", "0.05"]),
    {
      ...flat("us.referral", "consumer-electronics", "0.08"),
      source: "8thandwalton.com, Walmart Marketplace fees as of 2023",
      confidence: "medium"
    }
  ]
)
