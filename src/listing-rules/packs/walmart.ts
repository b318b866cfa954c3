import { rules } from "./pack"

const marketplace = "walmart"

export const walmart = [
  ...rules(
    {
      marketplace,
      source: "GeekSeller, Prodtimize on Walmart's product names",
      confidence: "medium"
    },
    [
      {
        id: "title.shortest",
        field: "title",
        check: { kind: "min-length", min: 50, unit: "characters" },
        severity: "missed"
      },
      {
        id: "title.advised",
        field: "title",
        check: { kind: "max-length", max: 75, unit: "characters" },
        severity: "missed"
      }
    ]
  ),
  ...rules(
    { marketplace, source: "bluestack on Walmart's item specification", confidence: "low" },
    [
      {
        id: "title.length",
        field: "title",
        check: { kind: "max-length", max: 200, unit: "characters" },
        severity: "broken"
      },
      {
        id: "features.count",
        field: "bullets",
        check: { kind: "count", min: 3, max: 10 },
        severity: "broken"
      },
      {
        id: "images.required",
        field: "images",
        check: { kind: "count", min: 1 },
        severity: "broken"
      },
      {
        id: "images.advised",
        field: "images",
        check: { kind: "count", min: 4 },
        severity: "missed"
      }
    ]
  )
]
