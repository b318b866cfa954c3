import { insideEu } from "../checks/gpsr"
import { rules } from "./pack"

const marketplace = "any"
const eu = [...insideEu]

/** What the law of the destination asks, on every marketplace. */
export const crossBorder = [
  ...rules(
    {
      marketplace,
      source:
        "Regulation (EU) 2023/988 (General Product Safety Regulation), article 19, as explained by export.ebay.com and earpcorp",
      confidence: "official",
      validFrom: "2024-12-13",
      stores: eu
    },
    [{ id: "gpsr.block", field: "compliance", check: { kind: "gpsr" }, severity: "broken" }]
  ),
  ...rules(
    {
      marketplace,
      source: "easyship, Forbes on the end of the US de minimis",
      confidence: "medium"
    },
    [
      {
        id: "duty.us",
        field: "shipping",
        check: { kind: "duty", inside: ["US"] },
        severity: "missed",
        stores: ["US"],
        validFrom: "2025-08-29"
      }
    ]
  ),
  ...rules(
    {
      marketplace,
      source:
        "Council of the EU, 11 Feb 2026, duty of €3 per item category below €150 until 1 Jul 2028, as reported by regfollower, Crowleys DFK, Fiscal Solutions",
      confidence: "high"
    },
    [
      {
        id: "duty.eu",
        field: "shipping",
        check: { kind: "duty", inside: eu },
        severity: "missed",
        stores: eu,
        validFrom: "2026-07-01",
        validTo: "2028-07-01"
      }
    ]
  )
]
