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
  const secret = await secretBytes()
  const accounts = ["", "shop", "Shop of É ", "\u0301"]
  const bulk = new Map(
    accounts.map((account) => [account, createBulkPseudonymise(secret, account)])
  )
  const ref = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.emailAddress(),
    fc.string({ unit: fc.constantFrom(..."a A\u0301\t".split("")), maxLength: 5 })
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...accounts), ref, async (account, ref) => {
      expect(bulk.get(account)?.(ref)).toBe(await one("buyer", `${account}\n${ref}`))
    }),
    { numRuns: 500 }
  )
  vi.unstubAllGlobals()
})
