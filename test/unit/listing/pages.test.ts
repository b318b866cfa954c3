import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { judge, pagesOf, readFacts } from "../../../bench/listing/judge"

const folder = resolve(import.meta.dirname, "../../fixtures/listing-pages")
const now = Date.UTC(2026, 10, 24)

describe("listing pages of many shops, field by field", () => {
  it.each(pagesOf(resolve(folder, "pages.json")).map((page) => [page.file, page] as const))(
    "%s",
    (file, page) => {
      const facts = readFacts(page, readFileSync(resolve(folder, file), "utf8"), now)
      expect(judge(page, facts).faults).toEqual([])
    }
  )
})
