import { rules } from "./pack"

const marketplace = "ebay"

export const ebay = [
  ...rules(
    { marketplace, source: "three independent guides on eBay's title limit", confidence: "high" },
    [
      {
        id: "title.length",
        field: "title",
        check: { kind: "max-length", max: 80, unit: "characters" },
        severity: "broken"
      }
    ]
  ),
  ...rules({ marketplace, source: "eBay picture policy, help page 4370", confidence: "official" }, [
    {
      id: "images.required",
      field: "images",
      check: { kind: "count", min: 1 },
      severity: "broken"
    },
    {
      id: "images.size",
      field: "images",
      check: { kind: "image-size", min: 500, which: "every" },
      severity: "broken"
    },
    {
      id: "images.text",
      field: "images",
      check: { kind: "image-text", which: "every" },
      severity: "broken"
    },
    { id: "images.border", field: "images", check: { kind: "image-border" }, severity: "broken" },
    {
      id: "images.stock",
      field: "images",
      check: { kind: "stock-picture" },
      only: "used",
      severity: "broken"
    }
  ]),
  ...rules(
    { marketplace, source: "developer.ebay.com, pictures introduction", confidence: "official" },
    [
      {
        id: "images.count",
        field: "images",
        check: { kind: "count", max: 24 },
        severity: "broken"
      },
      {
        id: "images.variation",
        field: "variationImages",
        check: { kind: "count", max: 12 },
        severity: "broken"
      },
      {
        id: "images.sharp",
        field: "images",
        check: { kind: "image-size", min: 1_600, which: "main" },
        severity: "missed",
        source: "developer.ebay.com, pictures introduction; usepixora"
      }
    ]
  )
]
