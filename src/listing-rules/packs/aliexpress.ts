import { rules } from "./pack"

export const aliexpress = rules(
  { marketplace: "aliexpress", source: "lainuan.cn: what is longer is cut", confidence: "low" },
  [
    {
      id: "title.length",
      field: "title",
      check: { kind: "max-length", max: 128, unit: "characters" },
      severity: "broken"
    }
  ]
)
