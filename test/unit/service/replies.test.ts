import { describe, expect, it } from "vitest"
import { fillMacro, toTemplate } from "../../../src/customer-service/fill-macro"
import { rankReplies } from "../../../src/customer-service/rank-replies"
import { clockFor, dueAt } from "../../../src/customer-service/reply-clock"
import { saidClaims } from "../../../src/customer-service/said-claim"
import { inTone } from "../../../src/customer-service/tone"
import type { MessageNote } from "../../../src/domain/message-note"

describe("past replies", () => {
  const facts = { order: "DP-104233", tracking: "RR473124829DE", item: "Blue mug", quantity: "1" }
  it("loses the facts of its order and takes those of the next", () => {
    const template = toTemplate("1 Blue mug of DP-104233 left with RR473124829DE.", facts)
    expect(template).toBe("1 {item} of {order} left with {tracking}.")
    expect(fillMacro(template, { order: "DP-7", item: "Lamp" }, {})).toEqual({
      text: "1 Lamp of DP-7 left with [__ tracking].",
      blanks: ["tracking"]
    })
  })
  it("stand before starter replies, in the buyer's language only, one for a wish", () => {
    const past = [
      { id: "m2", intents: ["gift/wrap" as const], language: "de", template: "Gern verpackt." },
      { id: "m1", intents: ["gift/wrap" as const], language: "de", template: "Wird verpackt." },
      { id: "m0", intents: ["gift/wrap" as const], language: "fr", template: "Avec plaisir." }
    ]
    const wishes = [{ intent: "gift/wrap" as const, probability: 0.8 }]
    const found = rankReplies(wishes, { macros: [], past, language: "de" })
    expect(found.map(({ origin, id }) => `${origin} ${id}`)).toEqual(["past m2", "starter gift"])
  })
})

it("a tone changes greeting and end, never what is said", () => {
  expect(inTone("It was sent.", "en", "plain")).toBe("It was sent.")
  expect(inTone("It was sent.", "en", "formal")).toBe(
    "Dear customer,\n\nIt was sent.\n\nKind regards"
  )
  expect(inTone("已发货。", "zh", "friendly")).toContain("\n\n已发货。\n\n")
})

it("Etsy counts the first message of a conversation only", () => {
  const at = Date.parse("2026-11-20T22:00:00Z")
  expect(clockFor("etsy").rule).toBe(true)
  expect(clockFor("etsy", false).rule).toBe(false)
  expect(clockFor("amazon", false).rule).toBe(true)
  expect(dueAt("shopee", at, false)).toBe(at + 12 * 3_600_000)
})

it("a sure claim about an order is a sign for its risk, a guess is not", () => {
  const note = {
    orderId: "demo:shop:1",
    readAt: 5,
    wishes: [
      { intent: "shipping/not-received", probability: 0.9 },
      { intent: "order/not-as-described", probability: 0.5 }
    ]
  } as MessageNote
  expect(saidClaims([note, { ...note, orderId: "" }])).toEqual([
    { orderId: "demo:shop:1", claim: "not-received", probability: 0.9, at: 5 }
  ])
})
