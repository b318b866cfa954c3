import "@tensorflow/tfjs-backend-cpu"
import { describe, expect, it } from "vitest"
import { MissingData } from "../../../bench/metric"
import { baselinesOf } from "../../../bench/recommendation/baselines"
import { parseBaskets, parseSequences } from "../../../bench/recommendation/set-files"
import { fileSet } from "../../../bench/recommendation/sets"
import { seededRandom } from "../../../models/anomaly/random"

describe("baskets file", () => {
  it("takes users and items as texts or numbers, and leaves a marker out", () => {
    const users = parseBaskets("f", '\uFEFF{"7": [[-1], [1, "a"], ["a"]], "u": [[2]]}')
    expect([...users]).toEqual([
      ["7", [[], ["1", "a"], ["a"]]],
      ["u", [["2"]]]
    ])
  })

  it.each([
    ["{", "is not JSON"],
    ["3", 'must be {"user"'],
    ['{"a": 1}', 'user "a": must be a list of baskets'],
    ['{"a": [[1]], "b": [[1], 2]}', 'user "b", basket 2: must be a list of items'],
    ['{"a": [[1, null]]}', 'user "a", basket 1, item 2: must be a text or a number']
  ])("refuses %s and says where", (text, why) => {
    expect(() => parseBaskets("f", text)).toThrow(why)
    expect(() => parseBaskets("f", text)).toThrow(MissingData)
  })
})

describe("sequences file", () => {
  it("takes a user a line, or a user's item a line", () => {
    const whole = parseSequences("f", "u a b c\r\n\r\nv\tb a\n")
    expect([...whole]).toEqual([
      ["u", [["a"], ["b"], ["c"]]],
      ["v", [["b"], ["a"]]]
    ])
    expect(parseSequences("f", "u a\nv b\nu b\nu c\nv a")).toEqual(whole)
  })

  it("names the first line that holds no item", () => {
    expect(() => parseSequences("f", "u a b\n\nu,a,b\n")).toThrow("f: line 3 holds no item")
  })
})

describe("a set of the caller's own", () => {
  it("says when there is nothing to test or too little to learn from", () => {
    expect(() => fileSet("f", parseSequences("f", "u a\nv b"))).toThrow("no user has two baskets")
    expect(() => fileSet("f", parseSequences("f", "u a b c"))).toThrow("2 baskets before the tests")
  })

  it("asks each user's last basket and shows none of it", () => {
    const lines = Array.from({ length: 120 }, (_, u) => `u${u} a b${u % 3} c`).join("\n")
    const { history, cases } = fileSet("f", parseSequences("f", lines))
    expect(cases).toHaveLength(120)
    expect(history.at).toHaveLength(240)
    const answer = cases[0]?.answer[0]
    expect(Array.from(history.item)).not.toContain(answer)
  })
})

describe("baselines", () => {
  it("rank ten different items that were sold, the fullest ones too", async () => {
    const random = seededRandom(3)
    const users = Array.from({ length: 60 }, (_, u) =>
      Array.from({ length: 4 }, () => `u${u} i${Math.floor(40 * random() ** 2)}`)
    )
    const { history, cases } = fileSet("f", parseSequences("f", users.flat().join("\n")))
    const sold = new Set(history.item)
    for (const { name, rank } of await baselinesOf(history, "buyers")) {
      for (const one of cases) {
        const ranked = rank(one)
        expect(new Set(ranked).size).toBe(ranked.length)
        expect(ranked.every((item) => sold.has(item))).toBe(true)
        // what a buyer took most is all that this one knows
        if (name !== "personal_top") expect(ranked).toHaveLength(10)
      }
    }
  })
})
