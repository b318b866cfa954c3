import { rules } from "./pack"

const marketplace = "any"

/** What holds on every marketplace. Numbers of the last group are Portside's own judgement, and say so. */
export const everywhere = [
  ...rules(
    { marketplace, source: "GS1 General Specifications, section 7.9.1", confidence: "official" },
    [{ id: "gtin.check-digit", field: "gtin", check: { kind: "gtin" }, severity: "broken" }]
  ),
  ...rules(
    {
      marketplace,
      source:
        "claims that Amazon, eBay and authorities act on (Apify Amazon Listing Policy Checker)",
      confidence: "medium"
    },
    [
      {
        id: "texts.pesticide",
        field: "texts",
        check: { kind: "words", topic: "pesticide" },
        severity: "broken"
      },
      {
        id: "texts.disease",
        field: "texts",
        check: { kind: "words", topic: "disease" },
        severity: "broken"
      },
      {
        id: "texts.trade-marks",
        field: "texts",
        check: { kind: "trade-marks" },
        severity: "broken",
        source: "the seller's own list of names",
        confidence: "official"
      }
    ]
  ),
  ...rules(
    {
      marketplace,
      source: "Portside's own judgement, not a rule of the marketplace",
      confidence: "low"
    },
    [
      {
        id: "attributes.placeholder",
        field: "attributes",
        check: { kind: "words", topic: "placeholder" },
        severity: "missed"
      },
      {
        id: "attributes.few",
        field: "attributes",
        check: { kind: "count", min: 3 },
        severity: "missed"
      },
      { id: "texts.language", field: "texts", check: { kind: "language" }, severity: "missed" },
      { id: "texts.units", field: "texts", check: { kind: "units" }, severity: "missed" },
      { id: "texts.sizes", field: "texts", check: { kind: "sizes" }, severity: "missed" },
      { id: "price.sanity", field: "price", check: { kind: "price-sanity" }, severity: "broken" },
      {
        id: "price.position",
        field: "price",
        check: { kind: "price-position", low: 0.5, high: 2, fewest: 3 },
        severity: "missed"
      },
      {
        // four stars are where buyers' filters cut off (centorprat audit, Helium 10 Review Insights)
        id: "reviews.rating",
        field: "reviews",
        check: { kind: "review-health", minRating: 4, fewest: 5 },
        severity: "missed"
      },
      {
        id: "reviews.one-star",
        field: "reviews",
        check: { kind: "review-health", maxOneStar: 0.2, fewest: 20 },
        severity: "missed"
      }
    ]
  )
]
