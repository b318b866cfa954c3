import fc from "fast-check"
import { expect, it, vi } from "vitest"
import { createBulkPseudonymise } from "../../background/bulk-pseudonyms"
import { createPseudonymise, secretBytes } from "../../background/pseudonyms"

it("gives an imported buyer the pseudonym that a page gives", async () => {
  const stored: Record<string, unknown> = {}
  const local = {
    get: async () => stored,
    set: async (values: object) => void Object.assign(stored, values)
  }
  vi.stubGlobal("chrome", { storage: { local } })
  const one = await createPseudonymise()
  const bulk = createBulkPseudonymise(await secretBytes())
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (ref) => {
      expect(bulk("shop", ref)).toBe(await one("buyer", `shop\n${ref}`))
    })
  )
  vi.unstubAllGlobals()
})
