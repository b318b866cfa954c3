import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { encode } from "../../../models/service/encode"
import { messageGrams } from "../../../models/service/message-grams"
import { Vocabulary } from "../../../models/service/vocabulary"
import { Lexicon } from "../../../train/service/lexicon"

const gram = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe("the vocabulary", () => {
  it("finds each gram that had room, in a row of its own", () => {
    fc.assert(
      fc.property(fc.uniqueArray(gram, { maxLength: 200 }), (grams) => {
        const vocabulary = Vocabulary.of(grams, 1_024)
        const rows = grams.map((one) => vocabulary.rowOf(one)).filter((row) => row >= 0)
        expect(rows.length).toBe(grams.length)
        // two grams of one fingerprint may meet: about one pair in 8,000
        expect(new Set(rows).size).toBeGreaterThanOrEqual(rows.length - 1)
      })
    )
  })

  it("knows almost nothing of what it was not given", () => {
    const vocabulary = Vocabulary.of(
      Array.from({ length: 900 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 0),
      1_024
    )
    const others = Array.from({ length: 20_000 }, (_, i) => Math.imul(i + 5_000, 0x85ebca6b) >>> 0)
    expect(others.filter((one) => vocabulary.rowOf(one) >= 0).length).toBeLessThan(20)
  })
})

describe("what a message is read as", () => {
  const same = (a: string, b: string) => expect(messageGrams(a)).toEqual(messageGrams(b))
  it("one spelling for what people write differently", () => {
    same("أين الشحنة", "اين الشحنه")
    same("請問運費多少錢", "请问运费多少钱")
    same("Order 114", "order 227")
  })
  it("single characters and pairs of a script without spaces are words", () => {
    expect(messageGrams("退货").words.length).toBe(3)
  })
  it("any text gives a finite row of length 1 at most; grams that are not known give none", () => {
    const { words, pieces } = messageGrams("Where is my order?")
    const vocabulary = Vocabulary.of([...words, ...pieces], 256)
    const encoder = { vocabulary, idf: new Float32Array(256).fill(1) }
    const lengthOf = (text: string) => Math.hypot(...encode(text, encoder).values)
    expect(lengthOf("Where is my order?")).toBeCloseTo(1)
    expect(encode("退货", encoder).indices.length).toBe(0)
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(lengthOf(text)).toBeLessThan(1.0001)
      })
    )
  })
})

describe("the lexicon", () => {
  const lexicon = new Lexicon()
  const random = () => 0
  it("says in one language what was read in another", () => {
    const concepts = lexicon.conceptsOf("Meine Tasse ist kaputt", "de")
    expect(lexicon.say(concepts, "en", random)).toContain("broken")
    expect(lexicon.say(lexicon.conceptsOf("杯子碎了", "zh"), "de", random)).toContain("zerbrochen")
  })
  it("a stem stands for any ending, a word only for itself", () => {
    expect(lexicon.conceptsOf("Bestellungen", "de").length).toBe(1)
    expect(lexicon.conceptsOf("mugger", "en").length).toBe(0)
  })
})
