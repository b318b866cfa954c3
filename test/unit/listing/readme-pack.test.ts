import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { parseRulePack } from "../../../src/listing-rules/rule"

it("the pack that ARCHITECTURE.md shows is one", () => {
  const text = readFileSync(new URL("../../../ARCHITECTURE.md", import.meta.url), "utf8")
  const blocks = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = ""]) => json)
  const json = blocks.find((block) => block.includes('"rules"')) ?? ""
  expect(parseRulePack(json).rules).toHaveLength(1)
})
