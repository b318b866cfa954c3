import { readFileSync } from "node:fs"
import type { Intent } from "../../src/domain/intent"

/** A file of messages by intent: "# intent", then one text a line, until the next heading. */
export function labelledTexts(file: URL): { intent: Intent; text: string }[] {
  let intent: Intent = "other/question"
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => {
      if (!line.startsWith("# ")) return [{ intent, text: line }]
      intent = line.slice(2) as Intent
      return []
    })
}
