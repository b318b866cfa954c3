import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { noContext } from "../../../src/listing-rules/check"
import { shippedRules } from "../../../src/listing-rules/packs"
import { shorten } from "../../../src/listing-rules/shorten"
import { suggest } from "../../../src/listing-rules/suggest"

const day = "2026-11-24"
const better = (listing: Parameters<typeof suggest>[0], worth?: (word: string) => number) =>
  suggest(listing, shippedRules, day, noContext, worth).map(({ field, index, better }) => [
    field,
    index,
    better
  ])

describe("suggested texts", () => {
  const title =
    "Acme Vacuum Bottle, Stainless Steel, 750 ml, Leakproof Lid, for Hiking and Office, Free Shipping"

  it("drops what is banned, then cuts whole parts, and keeps the order", () => {
    expect(better({ marketplace: "amazon", store: "GB", title })).toEqual([
      ["title", 0, "Acme Vacuum Bottle, Stainless Steel, 750 ml, Leakproof Lid"]
    ])
  })

  it("keeps the part that sells", () => {
    const worth = (word: string) => (word === "hiking" ? 1 : 0)
    const [first] = better({ marketplace: "amazon", store: "GB", title }, worth)
    expect(first?.[2]).toBe("Acme Vacuum Bottle, Stainless Steel, 750 ml, for Hiking and Office")
  })

  it("repairs bullets, tags and search terms one by one", () => {
    expect(
      better({
        marketplace: "amazon",
        store: "GB",
        bullets: ["keeps cold 12 h.", "Steel", "BPA-free lid 👍"]
      })
    ).toEqual([
      ["bullets", 0, "Keeps cold 12 h"],
      ["bullets", 2, "BPA-free lid"]
    ])
    expect(better({ marketplace: "etsy", tags: ["-mug", "coffee mug for the morning"] })).toEqual([
      ["tags", 0, "mug"],
      ["tags", 1, "coffee mug"]
    ])
  })

  it("takes a repeated word with the part that it stands in", () => {
    const cookers = "Acme Pressure Cooker, Slow Cooker, Rice Cooker, Steamer"
    expect(better({ marketplace: "amazon", store: "GB", title: cookers })).toEqual([
      ["title", 0, "Acme Pressure Cooker, Slow Cooker, Steamer"]
    ])
  })

  it("repairs one text although another breaks the same rule", () => {
    const listing = {
      marketplace: "shop",
      title: "Bottle, kills germs",
      description: "It kills germs"
    }
    expect(better(listing).map(([field]) => field)).toEqual(["title", "description"])
  })

  it("suggests nothing for a listing in order", () => {
    expect(better({ marketplace: "ebay", title: "Acme Vacuum Bottle 750 ml" })).toEqual([])
  })
})

describe("shorten", () => {
  it("fits, and makes nothing up", () => {
    const part = fc.stringMatching(/^[A-Za-z0-9 ]{1,20}$/)
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 5, max: 80 }),
        (parts, max) => {
          const text = parts.join(", ")
          const short = shorten(text, max, "characters", () => 0)
          expect([...short].length).toBeLessThanOrEqual(max)
          const own = new Set(text.split(/[\s,]+/))
          // one word longer than the limit is cut inside
          if (!text.split(/[\s,]+/).some((word) => word.length > max)) {
            for (const word of short.split(/[\s,]+/))
              expect(own.has(word) || word === "").toBe(true)
          }
        }
      )
    )
  })
})
