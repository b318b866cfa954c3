import { describe, expect, it } from "vitest"
import { entitiesOf } from "../../../src/customer-service/entities"
import { languageOfWords } from "../../../src/customer-service/language-of-words"
import { checkDraft } from "../../../src/customer-service/outgoing-guard"
import { priorityAt, risingTopics, wantsReply } from "../../../src/customer-service/queue"
import { dueAt } from "../../../src/customer-service/reply-clock"
import { scamCuesOf } from "../../../src/customer-service/scam-shield"
import type { MessageNote } from "../../../src/domain/message-note"
import { isPostalNumber } from "../../../src/domain/postal-number"
import { makeOrder } from "../../make-order"

const at = (text: string) => Date.parse(text)
const iso = (time: number) => new Date(time).toISOString()

describe("reply clock", () => {
  it.each([
    ["amazon", "2026-11-20T22:00:00Z", "2026-11-21T22:00:00.000Z"],
    ["walmart", "2026-11-20T22:00:00Z", "2026-11-22T22:00:00.000Z"],
    ["shopee", "2026-11-20T22:00:00Z", "2026-11-21T10:00:00.000Z"],
    // Friday: Monday, Tuesday, Wednesday
    ["ebay", "2026-11-20T22:00:00Z", "2026-11-25T22:00:00.000Z"],
    // 17:59 and 18:01 in Kuala Lumpur; 19:00 there is 11:00 UTC
    ["lazada", "2026-11-20T09:59:00Z", "2026-11-20T11:00:00.000Z"],
    ["lazada", "2026-11-20T10:01:00Z", "2026-11-21T11:00:00.000Z"],
    ["demo", "2026-11-20T22:00:00Z", "2026-11-21T22:00:00.000Z"]
  ])("%s, %s → %s", (marketplace, sent, due) => {
    expect(iso(dueAt(marketplace, at(sent)))).toBe(due)
  })
})

describe("entities", () => {
  it("finds ids, numbers, amounts, dates and photos", () => {
    const text =
      "Order 114-2233445-6677889, tracking RR473124829DE, I paid $15.50 on 2026-11-03. See photos"
    expect(entitiesOf(text)).toEqual({
      orderIds: ["114-2233445-6677889"],
      trackingNumbers: ["RR473124829DE"],
      amounts: ["$15.50"],
      dates: ["2026-11-03"],
      photos: true
    })
  })

  it("checks the check digit of a postal number (UPU S10)", () => {
    expect(isPostalNumber("RR473124829DE")).toBe(true)
    expect(isPostalNumber("RR473124828DE")).toBe(false)
  })
})

describe("scam shield", () => {
  it.each([
    ["Text me on WhatsApp, we settle it there", "contact-outside"],
    ["Let us pay outside the platform and save the fees", "pay-outside"],
    ["请扫这个二维码确认收款", "qr-code"],
    ["This is the Etsy support team, your account will be suspended", "poses-as-staff"],
    ["I send a cheque for more than the price, give the rest to my driver", "overpayment"],
    ["Please tell me the verification code you got", "asks-for-secrets"],
    ["Confirm here: http://secure-pay.example/x", "outside-link"],
    ["WhatsАpp me please", "contact-outside"]
  ])("%s → %s", (text, cue) => expect(scamCuesOf(text, "www.etsy.com")).toContain(cue))

  it.each([
    "Where is my order? It should be here by now.",
    "Ich möchte die Tasse zurückgeben.",
    "See the listing at https://www.etsy.com/listing/1",
    "请问什么时候发货？"
  ])("%s: nothing", (text) => expect(scamCuesOf(text, "www.etsy.com")).toEqual([]))
})

const order = makeOrder("114-2233445-6677889", {
  marketplace: "amazon",
  total: { minor: 2_000, currency: "EUR" },
  items: [{ quantity: 1, title: "Mug" }]
})
const codes = (text: string, more: Partial<Parameters<typeof checkDraft>[1]> = {}) =>
  checkDraft(text, { marketplace: "amazon", order, ...more }).map(({ code }) => code)

describe("outgoing guard", () => {
  it.each([
    ["Your order was shipped yesterday.", "says-shipped"],
    ["Ihre Bestellung wurde am 3. verschickt.", "says-shipped"],
    ["订单已发出。", "says-shipped"],
    ["You have been refunded.", "says-refunded"],
    ["Write to me at shop@mail.example", "contact-data"],
    ["Call +49 170 1234567", "contact-data"],
    ["See https://my-shop.example", "outside-link"],
    ["Please leave a 5 star review", "review-pressure"],
    ["请给好评", "review-pressure"],
    ["The number is [__ tracking number].", "blank-left"],
    ["About order 114-0000000-0000000", "other-order"],
    ["You get back 35 €", "other-amount"],
    ["It arrives on 2026-12-01", "promised-date"],
    ["We are away until Monday", "auto-reply"]
  ])("%s → %s", (text, code) => expect(codes(text)).toContain(code))

  it.each([
    "Your order has not been sent yet.",
    "Ihre Bestellung ist noch nicht verschickt.",
    "Thank you for your message about 114-2233445-6677889. You paid 20.00 €."
  ])("%s: nothing", (text) => expect(codes(text)).toEqual([]))

  it("the day it was sent is a fact, another day a promise", () => {
    const sent = { ...order, status: "shipped" as const, shippedAt: at("2026-09-17T10:00:00Z") }
    const more = { order: sent, draftLanguage: "en" }
    expect(codes("It was sent on September 17, 2026.", more)).toEqual([])
    expect(codes("It arrives on September 21, 2026.", more)).toEqual(["promised-date"])
  })

  it("says when the languages differ", () => {
    expect(codes("Hallo", { buyerLanguage: "fr", draftLanguage: "de" })).toEqual(["other-language"])
  })

  it("a true sentence of a sent order is fine", () => {
    expect(codes("Your order was shipped.", { order: { ...order, status: "shipped" } })).toEqual([])
  })
})

const note = (intent: MessageNote["wishes"][0]["intent"], sentAt: number) =>
  ({ wishes: [{ intent, probability: 1 }], sentAt, readAt: sentAt }) as MessageNote

describe("queue", () => {
  it("thanks need no reply, a question beside them does", () => {
    const wish = (intent: "feedback/positive" | "order/cancel") => ({ intent, probability: 1 })
    expect(wantsReply({ answered: false, wishes: [wish("feedback/positive")] })).toBe(false)
    expect(
      wantsReply({ answered: false, wishes: [wish("feedback/positive"), wish("order/cancel")] })
    ).toBe(true)
  })

  it("urgent and angry messages come earlier", () => {
    const calm = { urgency: 0, sentiment: "neutral", dueAt: 1e12, readAt: 0 } as const
    expect(priorityAt({ ...calm, urgency: 0.9 })).toBeLessThan(priorityAt(calm))
    expect(priorityAt({ ...calm, sentiment: "negative" })).toBeLessThan(priorityAt(calm))
  })

  it("a topic rises against a usual week only", () => {
    const now = at("2026-11-24T00:00:00Z")
    const day = 86_400_000
    const before = Array.from({ length: 12 }, (_, i) => note("product/size", now - (8 + i) * day))
    const steady = Array.from({ length: 3 }, () => note("product/size", now - day))
    const burst = Array.from({ length: 5 }, () => note("order/damaged", now - day))
    expect(risingTopics([...before, ...steady, ...burst], now)).toEqual([
      { intent: "order/damaged", thisWeek: 5, before: 0 }
    ])
    expect(risingTopics(burst, now)).toEqual([])
  })
})

describe("the language of a short message", () => {
  it.each([
    ["Bonjour, je souhaite annuler la commande DP-100900. Merci d'avance.", "fr"],
    ["Hola, ¿dónde está mi pedido DP-1?", "es"],
    ["Wo bleibt meine Bestellung DP-1?", "de"],
    ["Where is my order?", "en"],
    ["OK", undefined]
  ])("%s → %s", (text, language) => expect(languageOfWords(text)).toBe(language))
})
