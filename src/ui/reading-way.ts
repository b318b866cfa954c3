/** Groups of ways of reading that a seller can tell apart. */
export type WayGroup = "hooks" | "data" | "words" | "values" | "taught"

const groups: Record<WayGroup, string[]> = {
  data: ["embedded-state", "embedded-json", "json-ld", "microdata", "rdfa", "open-graph"],
  words: ["table-headers", "block-headers", "aria-grid", "headers", "form-labels"],
  values: ["cards", "table-values", "labels", "heading", "links", "detail"],
  taught: ["taught"],
  // everything that is named after a site's own marks
  hooks: []
}

export function wayGroup(strategy: string): WayGroup {
  const found = Object.entries(groups).find(([, names]) => names.includes(strategy))
  return (found?.[0] as WayGroup | undefined) ?? "hooks"
}

/** Whether a site's own marks went away: its pages were read by them before, and are read by words now. */
export function isDrift(strategies: string[]): boolean {
  const [now, before] = strategies.map(wayGroup)
  return before === "hooks" && (now === "words" || now === "values")
}
