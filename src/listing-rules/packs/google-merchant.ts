import { rules } from "./pack"

export const googleMerchant = rules(
  {
    marketplace: "google-merchant",
    source: "importier.app on Google's product data",
    confidence: "low"
  },
  [
    {
      id: "title.length",
      field: "title",
      check: { kind: "max-length", max: 150, unit: "characters" },
      severity: "broken"
    }
  ]
)
