import { rules } from "./pack"

const marketplace = "etsy"
const guides =
  "jacob-balslev skill quoting Etsy's documentation, freedailypro checker, apify auditor"

export const etsy = rules({ marketplace, source: guides, confidence: "medium" }, [
  {
    id: "title.length",
    field: "title",
    check: { kind: "max-length", max: 140, unit: "characters" },
    severity: "broken",
    source: `${guides}; 140 confirmed by Etsy's staff in 2011`,
    confidence: "official"
  },
  {
    id: "title.words",
    field: "title",
    check: { kind: "max-length", max: 14, unit: "words" },
    severity: "missed"
  },
  {
    id: "title.once",
    field: "title",
    check: { kind: "characters-once", characters: "%:&+" },
    severity: "broken"
  },
  {
    id: "title.characters",
    field: "title",
    check: { kind: "banned-characters", characters: "$^\\`" },
    severity: "broken"
  },
  { id: "tags.most", field: "tags", check: { kind: "count", max: 13 }, severity: "broken" },
  { id: "tags.all", field: "tags", check: { kind: "count", min: 13 }, severity: "missed" },
  {
    id: "tags.length",
    field: "tags",
    check: { kind: "max-length", max: 20, unit: "characters" },
    severity: "broken"
  },
  { id: "tags.duplicates", field: "tags", check: { kind: "duplicates" }, severity: "broken" },
  {
    id: "tags.start",
    field: "tags",
    check: { kind: "leading-characters", characters: "-'" },
    severity: "broken"
  }
])
