import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { foldText } from "../../src/features/fold-text"
import { hashedBag, subwordGrams, textGrams, wordsOf } from "../../src/features/text-hash"

describe("foldText", () => {
  it.each([
    ["Où est MA commande ?", "ou est ma commande ?"],
    ["GRÖSSE größe", "grosse grosse"],
    ["ｏｒｄｅｒ １２", "order 12"],
    ["r\u200be\u00adfund", "refund"],
    ["r\u0435fund m\u0443 \u043erder", "refund my order"],
    ["возврат", "возврат"],
    ["pleeeease  \n now", "pleease now"],
    ["ガンダム 届きました", "ガンダム 届きました"],
    ["배송", "배송"],
    ["شُكْرًا", "شكرا"]
  ])("%s → %s", (text, folded) => expect(foldText(text)).toBe(folded))

  it("folding twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      })
    )
  })
})

describe("text features", () => {
  it("cuts words, and pairs where a script has no spaces", () => {
    expect(wordsOf("Where's my order #12?")).toEqual(["where's", "my", "order", "12", "?"])
    expect(wordsOf("我的订单在哪")).toEqual(["我的", "的订", "订单", "单在", "在哪"])
  })

  it("the same words in another spelling are the same features", () => {
    const grams = (text: string) => [...textGrams(text, subwordGrams)]
    expect(grams("ＷＨＥＲＥ  is It")).toEqual(grams("where is it"))
    expect(grams("where is it")).not.toEqual(grams("it is where"))
  })

  it("counts words, pairs and marked character runs", () => {
    // words: ab, cd, "ab cd"; runs of "<ab>": 3 of two, 2 of three; the same of "<cd>"
    expect(textGrams("ab cd", { words: 2, chars: [2, 3] })).toHaveLength(3 + 5 + 5)
    expect(textGrams("ab cd", { words: 1, chars: null })).toHaveLength(2)
    expect(textGrams("", subwordGrams)).toHaveLength(0)
  })

  it("a bag keeps every occurrence, in ascending buckets, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const grams = textGrams(text, subwordGrams)
        const { indices, counts } = hashedBag(grams, 1_024)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(grams.length)
        expect([...indices]).toEqual([...new Set(indices)].sort((a, b) => a - b))
        expect(indices.every((index) => index < 1_024)).toBe(true)
      })
    )
  })

  it("spreads over the buckets as evenly as chance would", () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `word${i}`).join(" ")
    const { indices } = hashedBag(textGrams(many, { words: 1, chars: null }), 4_096)
    // 20,000 balls into 4,096 bins leave 0.8 % empty
    expect(indices.length).toBeGreaterThan(4_020)
  })
})
