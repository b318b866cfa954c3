import fc from "fast-check"
import * as v from "valibot"
import { describe, expect, it } from "vitest"
import { mergedRates, ratesOf, ratesText } from "../../../sidepanel/listing/rates-text"
import { exchangeRateSchema } from "../../../src/domain/listing-settings"
import { ecbRates } from "../../../src/profit/ecb-rates"
import { exchangeOn } from "../../../src/profit/exchange"
import { feesOf } from "../../../src/profit/fees"
import { landedCost } from "../../../src/profit/landed-cost"
import { breakEvenPrice, type Plan, profitOf } from "../../../src/profit/profit"

const money = (currency: string) => (minor: number) => ({ minor, currency })
const [usd, eur, cny, jpy] = [money("USD"), money("EUR"), money("CNY"), money("JPY")]
const day = "2026-11-24"

const rates = [
  { from: "EUR", to: "USD", rate: "1.10", on: "2026-11-20" },
  { from: "EUR", to: "USD", rate: "1.08", on: "2026-11-23" },
  { from: "EUR", to: "USD", rate: "1.50", on: "2026-11-25" },
  { from: "EUR", to: "CNY", rate: "7.80", on: "2026-11-19" }
]

describe("stored exchange rates", () => {
  const exchange = exchangeOn(rates, day)

  it("take the newest rate that is no later than the day, and say which", () => {
    expect(exchange(eur(10_000), "USD")).toEqual({
      money: usd(10_800),
      used: { from: "EUR", to: "USD", rate: "1.08", on: "2026-11-23" }
    })
    expect(exchangeOn(rates, "2026-11-22")(eur(10_000), "USD")?.money).toEqual(usd(11_000))
    expect(exchangeOn(rates, "2026-11-18")(eur(10_000), "USD")).toBeUndefined()
  })

  it("are turned around, and go through the euro at the older day of the two", () => {
    expect(exchange(usd(10_800), "EUR")?.money).toEqual(eur(10_000))
    // 100.00 CNY ÷ 7.80 × 1.08
    expect(exchange(cny(10_000), "USD")).toMatchObject({
      money: usd(1_385),
      used: { from: "CNY", to: "USD", on: "2026-11-19" }
    })
    expect(exchange(cny(10_000), "GBP")).toBeUndefined()
  })

  it("need no rate for one currency, and refuse nothing-rates", () => {
    expect(exchange(jpy(500), "JPY")).toEqual({ money: jpy(500) })
    const zero = [{ from: "EUR", to: "USD", rate: "0", on: day }]
    expect(exchangeOn(zero, day)(eur(1), "USD")).toBeUndefined()
  })

  it("there and back lose less than what rounding to the minor unit takes", () => {
    const minor = fc.integer({ min: 0, max: 100_000_000 })
    const rate = fc.integer({ min: 1_000, max: 99_999_999 }).map((n) => (n / 10_000).toFixed(4))
    fc.assert(
      fc.property(minor, rate, (amount, to) => {
        const turn = exchangeOn([{ from: "EUR", to: "USD", rate: to, on: day }], day)
        const there = turn(eur(amount), "USD")?.money ?? usd(-1)
        const back = turn(there, "EUR")?.money.minor ?? -1
        expect(Math.abs(back - amount)).toBeLessThanOrEqual(0.5 / Number(to) + 1)
      })
    )
  })
})

describe("files of the European Central Bank", () => {
  const daily = "Date, USD, JPY, BGN, \n24 November 2026, 1.0842, 163.95, N/A, \n"
  const history = "Date,USD,JPY,\n2026-11-24,1.0842,163.95,\n2026-11-23,1.0800,N/A,\n"
  const xml = `<?xml version="1.0"?><gesmes:Envelope><Cube><Cube time='2026-11-24'><Cube currency='USD' rate='1.0842'/><Cube currency="JPY" rate="163.95"/></Cube></Cube></gesmes:Envelope>`
  const first = [
    { from: "EUR", to: "USD", rate: "1.0842", on: day },
    { from: "EUR", to: "JPY", rate: "163.95", on: day }
  ]

  it("are read as they are published", () => {
    expect(ecbRates(daily)).toEqual(first)
    expect(ecbRates(xml)).toEqual(first)
    expect(ecbRates(history)).toEqual([
      ...first,
      { from: "EUR", to: "USD", rate: "1.0800", on: "2026-11-23" }
    ])
  })

  it("of the whole history, the newest ten days stay", () => {
    const days = Array.from({ length: 40 }, (_, i) =>
      new Date(Date.UTC(2026, 9, 1 + i)).toISOString().slice(0, 10)
    )
    const read = ecbRates(`Date,USD\n${days.map((on) => `${on},1.1`).join("\n")}`)
    expect(read.map(({ on }) => on)).toEqual(days.slice(-10))
  })

  it("anything else is refused, whatever it is", () => {
    expect(() => ecbRates("Order,Total\n1,2")).toThrow("European Central Bank")
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `Date,USD\n${text}`)
        ),
        (text) => {
          try {
            for (const rate of ecbRates(text)) expect(v.is(exchangeRateSchema, rate)).toBe(true)
          } catch (error) {
            expect(String(error)).toContain("no reference rates")
          }
        }
      )
    )
  })
})

describe("typed rates", () => {
  it("come back as they were typed, and name the first wrong line", () => {
    expect(ratesOf(ratesText(rates))).toEqual(rates)
    expect(ratesOf("eur usd 1.08 2026-11-24\nEUR USD")).toEqual({ wrong: "EUR USD" })
    expect(ratesOf("EUR USD 1.08 2026-13-40")).toEqual({ wrong: "EUR USD 1.08 2026-13-40" })
  })
  it("are replaced by a file's rate of the same pair and day", () => {
    const more = [{ from: "EUR", to: "USD", rate: "1.09", on: "2026-11-23" }]
    expect(mergedRates(rates, more)[1]).toEqual(more[0])
    expect(mergedRates(rates, more)).toHaveLength(4)
  })
})

describe("in profit and landed cost", () => {
  const exchange = exchangeOn(rates, day)
  const plan: Plan = {
    marketplace: "etsy",
    store: "DE",
    price: eur(5_000),
    shippingPaidByBuyer: eur(0),
    taxRate: "0",
    taxIncluded: false,
    productCost: cny(7_800),
    shippingCost: cny(0),
    otherCost: cny(0),
    adRate: "0",
    returnRate: "0",
    returnCost: cny(0),
    resaleRate: "0",
    ownFees: []
  }

  it("costs in yuan and a fee in dollars count in euros, each with its rate and day", () => {
    const result = profitOf(plan, day, exchange)
    // 50.00 − 6.5 % − $0.20 at 1.08 − ¥78.00 at 7.80
    expect(result?.profit).toEqual(eur(5_000 - 325 - 19 - 1_000))
    expect(result?.used).toMatchObject({ from: "CNY", to: "EUR", on: "2026-11-19" })
    const listing = result?.fees.charged.find(({ fee }) => fee.name === "listing")
    expect(listing?.used).toMatchObject({ from: "USD", on: "2026-11-23" })
    const even = breakEvenPrice(plan, day, exchange)
    expect(even && profitOf({ ...plan, price: even }, day, exchange)?.profit.minor).toBe(0)
  })

  it("without a rate there is no profit, and the fee is told as not counted", () => {
    expect(profitOf(plan, day)).toBeUndefined()
    const sale = {
      marketplace: "etsy",
      store: "DE",
      item: eur(5_000),
      shipping: eur(0),
      tax: { amount: eur(0), included: false }
    }
    expect(feesOf(sale, day).unpriced.map(({ name }) => name)).toEqual(["listing"])
  })

  it("a flat duty in euros is charged in the parcel's currency", () => {
    const shipment = {
      goods: usd(5_000),
      shipping: usd(0),
      insurance: usd(0),
      from: "CN",
      to: "DE",
      headings: 2
    }
    expect(landedCost(shipment, day, [], exchange)).toMatchObject({
      duty: usd(648),
      used: { from: "EUR", to: "USD", on: "2026-11-23" }
    })
    expect(landedCost(shipment, day).duty).toBeUndefined()
  })
})
