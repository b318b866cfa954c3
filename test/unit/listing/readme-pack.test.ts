import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { parseRulePack } from "../../../src/listing-rules/rule"

it("the pack that ARCHITECTURE.md shows is one", () => {
  const text = readFileSync(new URL("../../../ARCHITECTURE.md", import.meta.url), "utf8")
  const json = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? ""
  expect(parseRulePack(json).rules).toHaveLength(1)
})
