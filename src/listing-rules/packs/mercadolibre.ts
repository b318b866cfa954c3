import { rules } from "./pack"

const marketplace = "mercadolibre"

export const mercadolibre = [
  ...rules(
    {
      marketplace,
      source: "developers.mercadolibre.com, max_title_length of the category",
      confidence: "official"
    },
    [{ id: "title.page-limit", field: "title", check: { kind: "page-limit" }, severity: "broken" }]
  ),
  ...rules(
    {
      marketplace,
      source: "developers.mercadolibre.com and help page 1024",
      confidence: "official"
    },
    [
      {
        id: "title.shipping",
        field: "title",
        check: { kind: "words", topic: "shipping" },
        severity: "broken"
      },
      {
        id: "title.stock",
        field: "title",
        check: { kind: "words", topic: "availability" },
        severity: "broken"
      },
      { id: "title.brand", field: "title", check: { kind: "names-brand" }, severity: "missed" },
      {
        id: "title.condition",
        field: "title",
        check: { kind: "words", topic: "condition" },
        severity: "broken"
      },
      {
        id: "title.frozen",
        field: "title",
        check: { kind: "frozen-after-sale" },
        severity: "missed"
      },
      {
        id: "gtin.required",
        field: "gtin",
        check: { kind: "required" },
        severity: "broken",
        only: "new"
      },
      { id: "brand.required", field: "brand", check: { kind: "required" }, severity: "missed" }
    ]
  ),
  ...rules({ marketplace, source: "Mercado Libre's picture guide", confidence: "medium" }, [
    {
      id: "images.advised",
      field: "images",
      check: { kind: "count", min: 1, max: 10 },
      severity: "missed"
    },
    {
      id: "images.text",
      field: "images",
      check: { kind: "image-text", which: "main" },
      severity: "broken"
    },
    {
      id: "images.background",
      field: "images",
      check: { kind: "image-background", min: 0.99 },
      severity: "missed"
    },
    {
      id: "images.zoom",
      field: "images",
      check: { kind: "image-size", min: 801, max: 1_920, which: "main" },
      severity: "missed"
    }
  ])
]
