import { rules } from "./pack"

export const shopify = rules(
  {
    marketplace: "shopify",
    source: "shopifyranked quoting Shopify's documentation, lettercounter",
    confidence: "medium"
  },
  [
    {
      id: "title.length",
      field: "title",
      check: { kind: "max-length", max: 255, unit: "characters" },
      severity: "broken"
    },
    {
      id: "meta-title.length",
      field: "metaTitle",
      check: { kind: "max-length", max: 70, unit: "characters" },
      severity: "broken"
    },
    {
      // the theme appends the shop's name
      id: "meta-title.advised",
      field: "metaTitle",
      check: { kind: "max-length", max: 60, unit: "characters" },
      severity: "missed"
    },
    {
      id: "meta-description.advised",
      field: "metaDescription",
      check: { kind: "max-length", max: 159, unit: "characters" },
      severity: "missed"
    },
    {
      id: "meta-description.length",
      field: "metaDescription",
      check: { kind: "max-length", max: 320, unit: "characters" },
      severity: "broken"
    },
    {
      id: "alt.length",
      field: "altTexts",
      check: { kind: "max-length", max: 512, unit: "characters" },
      severity: "broken"
    }
  ]
)
