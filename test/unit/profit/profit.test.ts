import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Fee } from "../../../src/domain/fee"
import {
  convert,
  moneyText,
  part,
  percentText,
  sum,
  taxWithin,
  typedMoney,
  typedRate
} from "../../../src/profit/decimal"
import { feesOf, type Sale } from "../../../src/profit/fees"
import { landedCost, type Shipment } from "../../../src/profit/landed-cost"
import { breakEvenPrice, type Plan, type Profit, profitOf } from "../../../src/profit/profit"
import { taxRate } from "../../../src/profit/taxes"

const money = (currency: string) => (minor: number) => ({ minor, currency })
const [usd, eur, gbp] = [money("USD"), money("EUR"), money("GBP")]
const day = "2026-11-24"

const sale = (marketplace: string, item: number, shipping = 0): Sale => ({
  marketplace,
  store: "US",
  item: usd(item),
  shipping: usd(shipping),
  tax: { amount: usd(0), included: false }
})
const charged = (of: Sale, own: Fee[] = [], on = day) =>
  Object.fromEntries(feesOf(of, on, own).charged.map(({ fee, amount }) => [fee.name, amount.minor]))

/** All fees of one sale in minor units. */
const total = (of: Sale, on = day) =>
  feesOf(of, on).charged.reduce((all, { amount }) => all + amount.minor, 0)

describe("worked examples", () => {
  it("Amazon: a $40 item in a 15 % category pays $6.00 (sellervault.io, glossary “referral fee”)", () => {
    expect(charged(sale("amazon", 4_000))).toEqual({ referral: 600 })
  })
  it("Amazon: the minimum of $0.30 is charged when 15 % is less", () => {
    expect(charged(sale("amazon", 150))).toEqual({ referral: 30 })
  })
  it("Etsy: $50 and $10 shipping pay $3.90, $0.20 and, of $50 alone, $1.75 (wise.com, what Etsy takes per sale)", () => {
    expect(charged(sale("etsy", 5_000, 1_000))).toMatchObject({ transaction: 390, listing: 20 })
    expect(charged(sale("etsy", 5_000))).toMatchObject({ payment: 175 })
  })
  it("eBay: a trading card for $25 in all pays $3.71, and paid $3.61 before 15 Mar 2024 (eBay, winter 2024)", () => {
    expect(total(sale("ebay", 2_500), "2024-03-15")).toBe(371)
    expect(total(sale("ebay", 2_500), "2024-03-14")).toBe(361)
  })
  it("eBay: the seller's own rate wins over the table's", () => {
    const rate: Fee = {
      id: "mine",
      marketplace: "ebay",
      name: "final-value",
      rate: "0.1325",
      of: "total",
      source: "my category",
      confidence: "official",
      checkedOn: day
    }
    const pays = charged(sale("ebay", 2_500), [rate])
    expect((pays["final-value"] ?? 0) + (pays["per-order"] ?? 0)).toBe(371)
    expect(charged(sale("ebay", 1_000))["per-order"]).toBe(30)
  })
  it("United Kingdom: £10,500 CIF at 4 % pay £420 duty (dhl.com, UK import tax and duty)", () => {
    const shipment = parcel({
      goods: gbp(1_000_000),
      shipping: gbp(50_000),
      to: "GB",
      dutyRate: "0.04"
    })
    expect(landedCost(shipment, day)).toMatchObject({
      customsValue: gbp(1_050_000),
      duty: gbp(42_000)
    })
  })
  it("United Kingdom: £1,000 CIF at 5 % and 20 % VAT pay £50 and £210 (teelcalculator.com)", () => {
    const shipment = parcel({ goods: gbp(100_000), to: "GB", dutyRate: "0.05" })
    expect(landedCost(shipment, day)).toMatchObject({
      duty: gbp(5_000),
      tax: gbp(21_000),
      total: gbp(126_000)
    })
  })
  it("EU: a silk blouse and two of wool pay €6 from 1 Jul 2026, nothing before (Council of the EU)", () => {
    const blouses = parcel({ goods: eur(6_000), to: "DE", headings: 2 })
    expect(landedCost(blouses, "2026-07-01").duty).toEqual(eur(600))
    expect(landedCost(blouses, "2026-06-30").duty).toEqual(eur(0))
  })
  it("EU: from €150 on the tariff's rate counts, and without it duty is not known", () => {
    const lamp = parcel({ goods: eur(15_000), to: "DE" })
    expect(landedCost(lamp, day).duty).toBeUndefined()
    expect(landedCost({ ...lamp, dutyRate: "0.027" }, day)).toMatchObject({
      duty: eur(405),
      tax: eur(2_927)
    })
  })
  it("within the EU there is no duty and no import VAT", () => {
    expect(landedCost(parcel({ goods: eur(5_000), from: "PL", to: "DE" }), day)).toEqual({
      customsValue: eur(5_000),
      total: eur(5_000)
    })
  })
  it("Finland's VAT on 31 Aug and 1 Sep 2024", () => {
    expect([taxRate("FI", "2024-08-31")?.rate, taxRate("FI", "2024-09-01")?.rate]).toEqual([
      "0.24",
      "0.255"
    ])
  })
})

function parcel(own: Partial<Shipment> & Pick<Shipment, "goods" | "to">): Shipment {
  const { currency } = own.goods
  return {
    shipping: { minor: 0, currency },
    insurance: { minor: 0, currency },
    from: "CN",
    headings: 1,
    ...own
  }
}

const plan: Plan = {
  marketplace: "amazon",
  store: "US",
  price: usd(4_000),
  shippingPaidByBuyer: usd(0),
  taxRate: "0",
  taxIncluded: false,
  productCost: usd(1_200),
  shippingCost: usd(500),
  otherCost: usd(50),
  adRate: "0.1",
  returnRate: "0.05",
  returnCost: usd(600),
  resaleRate: "0.5",
  ownFees: []
}

/** All in one currency, so that no exchange rate can be missing. */
const planned = (of: Plan): Profit => {
  const result = profitOf(of, day)
  if (!result) throw new Error("no exchange rate")
  return result
}

describe("profit", () => {
  it("adds up line by line", () => {
    // 40.00 − 6.00 fee − 12.00 − 5.00 − 0.50 − 4.00 ads − 5 % of 34.00 − 5 % of 6.00 + 5 % × 50 % of 12.00
    const result = planned(plan)
    expect(result.profit).toEqual(usd(4_000 - 600 - 1_200 - 500 - 50 - 400 - 170 - 30 + 30))
    expect(result.margin).toBeCloseTo(0.27, 6)
    expect(result.roi).toBeCloseTo(1_080 / 1_700, 6)
  })
  it("takes the tax out of a price that includes it", () => {
    const { lines } = planned({
      ...plan,
      marketplace: "none",
      price: eur(11_900),
      ...euros,
      taxRate: "0.19",
      taxIncluded: true
    })
    expect(lines.find(({ name }) => name === "tax")?.amount).toEqual(eur(-1_900))
  })
  it("has no break-even price when fees and ads take everything", () => {
    expect(breakEvenPrice({ ...plan, adRate: "0.9" }, day)).toBeUndefined()
  })
})

const euros = {
  shippingPaidByBuyer: eur(0),
  productCost: eur(0),
  shippingCost: eur(0),
  otherCost: eur(0),
  returnCost: eur(0)
}

const cents = fc.integer({ min: 0, max: 10_000_000 })
const rate = fc
  .integer({ min: 0, max: 999_999 })
  .map((millionths) => `0.${String(millionths).padStart(6, "0")}`)
/** The same with whole numbers of any size: half a unit rounds away from zero. */
const exactPart = (minor: number, text: string) => {
  const millionths = BigInt(minor) * BigInt(text.slice(2))
  return Number((millionths + 500_000n) / 1_000_000n)
}

describe("money is exact to the minor unit", () => {
  it("a part equals the same part in whole numbers", () => {
    fc.assert(
      fc.property(cents, rate, (minor, of) => {
        expect(part(usd(minor), of).minor).toBe(exactPart(minor, of))
      })
    )
  })
  it("tax within plus net is the price, and tax is the rate of net within half a unit", () => {
    fc.assert(
      fc.property(cents, rate, (minor, of) => {
        const tax = taxWithin(eur(minor), of).minor
        const millionths = BigInt(of.slice(2))
        const off = BigInt(tax) * 1_000_000n - BigInt(minor - tax) * millionths
        // |tax − rate × net| ≤ (1 + rate) / 2 units
        expect((off < 0n ? -off : off) * 2n <= 1_000_000n + millionths).toBe(true)
      })
    )
  })
  it("lines add up to the profit, and one unit below break-even loses", () => {
    const plans = fc.record({
      price: cents.map(usd),
      productCost: cents.map(usd),
      shippingCost: cents.map(usd),
      adRate: rate.map((text) => `0.0${text.slice(2, 7)}`),
      returnRate: rate.map((text) => `0.0${text.slice(2, 7)}`),
      marketplace: fc.constantFrom("amazon", "etsy", "ebay", "none")
    })
    fc.assert(
      fc.property(plans, (own) => {
        const all: Plan = { ...plan, ...own }
        const { lines, profit } = planned(all)
        expect(
          sum(
            "USD",
            lines.map(({ amount }) => amount)
          )
        ).toEqual(profit)
        for (const { amount } of lines) expect(Number.isSafeInteger(amount.minor)).toBe(true)
        const price = breakEvenPrice(all, day)
        if (!price) return
        expect(planned({ ...all, price }).profit.minor).toBeGreaterThanOrEqual(0)
        if (price.minor > 0) {
          const below = planned({ ...all, price: usd(price.minor - 1) })
          expect(below.profit.minor).toBeLessThan(0)
        }
      }),
      { numRuns: 50 }
    )
  })
  it("converts between currencies of any number of decimals", () => {
    expect(convert(eur(10_000), "USD", "1.0842")).toEqual(usd(10_842))
    expect(convert(usd(1_000), "JPY", "151.237")).toEqual({ minor: 1_512, currency: "JPY" })
    expect(convert({ minor: 1_512, currency: "JPY" }, "KWD", "0.00203")).toEqual({
      minor: 3_069,
      currency: "KWD"
    })
  })
  it("never mixes currencies, and refuses what is not an amount", () => {
    expect(() => sum("USD", [usd(1), eur(1)])).toThrow("EUR among USD")
    expect(typedMoney("12.5", "USD")).toEqual(usd(1_250))
    expect(typedMoney("12,50", "USD")).toEqual(usd(1_250))
    expect([moneyText(usd(1_250)), moneyText({ minor: 1_250, currency: "JPY" })]).toEqual([
      "12.50",
      "1250"
    ])
    expect([typedRate("6.5"), percentText("0.065"), typedRate("0")]).toEqual(["0.065", "6.5", "0"])
    for (const wrong of ["", "1,500", "1e3", "12.345", "NaN", "-1"])
      expect(() => typedMoney(wrong, "USD")).toThrow(RangeError)
  })
})
