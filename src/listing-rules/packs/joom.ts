import { rules } from "./pack"

export const joom = rules(
  { marketplace: "joom", source: "merchant-help.joom.com, product title", confidence: "official" },
  [
    {
      id: "title.length",
      field: "title",
      check: { kind: "max-length", max: 150, unit: "characters" },
      severity: "broken"
    },
    {
      id: "title.english",
      field: "title",
      check: { kind: "language", language: "en" },
      severity: "broken"
    },
    {
      id: "title.sku",
      field: "title",
      check: { kind: "own-identifier", identifier: "sku" },
      severity: "broken"
    },
    {
      id: "title.repeats",
      field: "title",
      check: { kind: "repeated-words", max: 1 },
      severity: "broken"
    },
    { id: "title.caps", field: "title", check: { kind: "all-caps" }, severity: "broken" },
    {
      id: "title.sale",
      field: "title",
      check: { kind: "words", topic: "sale" },
      severity: "broken"
    }
  ]
)
