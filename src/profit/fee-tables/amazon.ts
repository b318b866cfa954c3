import { byPart, byPrice, eur, fees, flat, gbp, type Shared, usd } from "./fee-table"

const marketplace = "amazon"
const of = "item-and-shipping"
const table =
  "Amazon's fee table as quoted by help.sellercloud.com (Amazon commissions) and feedvisor.com (referral fee, 2024)"
const europe2026 =
  "Amazon Seller Central Europe, notice of the fees of 2026 (changes of 15 Dec 2025 and 1 Feb 2026)"

const unitedStates: Shared = {
  marketplace,
  stores: ["US"],
  of,
  minimum: usd(30),
  source: table,
  confidence: "high"
}

/** The stores of Europe that sell in one currency, with what its round amounts are there. */
const europe = [
  { id: "eu", stores: ["DE", "FR", "IT", "ES", "NL", "BE", "IE"], money: eur, minimum: eur(30) },
  { id: "gb", stores: ["GB"], money: gbp, minimum: gbp(25) }
]

export const amazonFees = [
  ...fees(unitedStates, [
    {
      id: "us.referral",
      name: "referral",
      rate: "0.15",
      source:
        "inventoryhero.ai and sellervault.io: most categories 15 %, at least $0.30; Amazon help 19211 for the base"
    },
    flat("us.referral", "automotive", "0.12"),
    flat("us.referral", "industrial", "0.12"),
    flat("us.referral", "computers", "0.08"),
    flat("us.referral", "consumer-electronics", "0.08"),
    flat("us.referral", "major-appliances", "0.08"),
    ...byPrice("us.referral", "baby", [["0.08", usd(1_000)], ["0.15"]]),
    ...byPrice("us.referral", "beauty-health", [["0.08", usd(1_000)], ["0.15"]]),
    ...byPart("us.referral", "compact-appliances", usd(30_000), ["0.15", "0.08"]),
    ...byPart("us.referral", "electronics-accessories", usd(10_000), ["0.15", "0.08"]),
    ...byPart("us.referral", "jewellery", usd(25_000), ["0.20", "0.05"])
  ]),
  ...fees({ ...unitedStates, validTo: "2024-01-14" }, [
    { ...flat("us.referral", "clothing", "0.17"), id: "us.referral.clothing.2023" }
  ]),
  ...fees(
    {
      ...unitedStates,
      validFrom: "2024-01-15",
      source: "Amazon's announcement of Dec 2023 as reported by retaildive.com (apparel below $20)"
    },
    byPrice("us.referral", "clothing", [["0.05", usd(1_500)], ["0.10", usd(2_000)], ["0.17"]])
  ),
  ...europe.flatMap(({ id, stores, money, minimum }) => {
    const shared: Shared = {
      marketplace,
      stores,
      of,
      source: europe2026,
      confidence: "official"
    }
    return [
      ...fees(
        {
          ...shared,
          minimum,
          validFrom: "2019-06-05",
          source: `${europe2026}: 15 % is what most changes start from; channelx.world, Apr 2019, for the least fee`,
          confidence: "medium"
        },
        [{ id: `${id}.referral`, name: "referral", rate: "0.15" }]
      ),
      ...fees(
        { ...shared, minimum, validFrom: "2025-12-15" },
        byPrice(`${id}.referral`, "clothing", [
          ["0.05", money(1_500)],
          ["0.10", money(2_000)],
          ["0.15"]
        ])
      ),
      ...fees({ ...shared, minimum, validFrom: "2026-02-01" }, [
        ...byPrice(`${id}.referral`, "home", [["0.08", money(2_000)], ["0.15"]]),
        ...byPrice(`${id}.referral`, "pet", [["0.05", money(1_000)], ["0.15"]])
      ]),
      // groceries have no least fee
      ...fees(
        { ...shared, validFrom: "2026-02-01" },
        byPrice(`${id}.referral`, "grocery", [["0.05", money(1_000)], ["0.15"]])
      )
    ]
  })
]
