import { describe, expect, it } from "vitest"
import { behindTopic } from "../../../src/customer-service/behind-topic"
import { productFinder } from "../../../src/customer-service/product-of"
import { productReasons } from "../../../src/customer-service/product-reasons"
import type { Intent } from "../../../src/domain/intent"

const wish = (intent: Intent) => [{ intent, probability: 0.9 }]

describe("the product of a message", () => {
  const find = productFinder([
    { sku: "MUG-B", title: "Blue stoneware mug 350 ml" },
    { sku: "MUG-G", title: "Green stoneware mug 350 ml" },
    { sku: "LAMP", title: "Brass desk lamp" },
    { sku: "FAN", title: "折叠小风扇" }
  ])
  it.each([
    ["The brass lamp flickers", "LAMP"],
    ["My blue mug came in two pieces", "MUG-B"],
    ["小风扇不转了", "FAN"],
    // both mugs, and nothing at all
    ["The stoneware mug is chipped", undefined],
    ["Where is my order?", undefined]
  ])("%s → %s", (text, sku) => expect(find(text)).toBe(sku))
})

describe("why products come back", () => {
  const notes = [
    { sku: "A", wishes: wish("order/damaged") },
    { sku: "A", wishes: wish("order/damaged") },
    { sku: "A", wishes: wish("return/request") },
    { sku: "B", wishes: wish("order/defective") },
    { sku: "B", wishes: wish("order/defective") },
    { sku: "C", wishes: wish("order/missing") },
    { sku: "B", wishes: wish("shipping/status") },
    { wishes: wish("order/damaged") }
  ]
  it("counts reasons by product, the worst rate first, and leaves single messages out", () => {
    const sold = new Map([
      ["A", 300],
      ["B", 20]
    ])
    expect(productReasons(notes, sold)).toEqual([
      { sku: "B", sold: 20, messages: 2, reasons: [{ intent: "order/defective", messages: 2 }] },
      {
        sku: "A",
        sold: 300,
        messages: 3,
        reasons: [
          { intent: "order/damaged", messages: 2 },
          { intent: "return/request", messages: 1 }
        ]
      }
    ])
  })
})

describe("what stands behind a rising topic", () => {
  const others = Array.from({ length: 20 }, (_, i) => ({ sku: `P${i}`, carrier: "DHL" }))
  it("a product that most of its messages name", () => {
    const topic = [{ sku: "P1" }, { sku: "P1" }, { sku: "P1" }, { sku: "P2" }]
    expect(behindTopic(topic, others)).toEqual({ kind: "sku", name: "P1", messages: 3 })
  })
  it("a carrier that all messages share explains nothing", () => {
    const topic = Array.from({ length: 4 }, () => ({ carrier: "DHL" }))
    expect(behindTopic(topic, others)).toBeUndefined()
    expect(behindTopic(topic, [{ carrier: "UPS" }])?.name).toBe("DHL")
  })
})
