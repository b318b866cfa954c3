import { type InitialData, LanguageCode } from "@vendure/core"

/* What is sold, who buys, and which orders there are: made up, and the same in every run but for the day it ends. */

export type PlannedOrder = {
  customer: number
  items: { sku: string; quantity: number }[]
  address: {
    fullName: string
    streetLine1: string
    city: string
    postalCode: string
    countryCode: string
  }
  payment: "card" | "invoice"
  cancelled: boolean
  /** Epoch ms. */
  at: number
  wrong: boolean
}

export const initialData: InitialData = {
  defaultLanguage: LanguageCode.en,
  defaultZone: "Europe",
  taxRates: [{ name: "Standard Tax", percentage: 20 }],
  shippingMethods: [{ name: "Parcel", price: 490 }],
  paymentMethods: [
    {
      name: "card",
      handler: {
        code: "dummy-payment-handler",
        arguments: [{ name: "automaticSettle", value: "true" }]
      }
    },
    {
      name: "invoice",
      handler: {
        code: "dummy-payment-handler",
        arguments: [{ name: "automaticSettle", value: "false" }]
      }
    }
  ],
  countries: [
    { code: "DE", name: "Germany", zone: "Europe" },
    { code: "FR", name: "France", zone: "Europe" },
    { code: "NL", name: "Netherlands", zone: "Europe" }
  ],
  collections: []
}

const products = [
  ["Tea towel", "TOWEL", 9.5],
  ["Enamel mug", "MUG", 14],
  ["Bread knife", "KNIFE", 32.5],
  ["Cutting board", "BOARD", 27.9],
  ["Cast iron pan", "PAN", 49],
  ["Oak spoon", "SPOON", 6.8],
  ["Linen apron", "APRON", 38],
  ["Glass jar", "JAR", 4.2]
] as const

export function productsCsv(): string {
  const head =
    "name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets"
  const rows = products.map(
    ([name, sku, price]) =>
      `${name},${sku.toLowerCase()},${name},,,,,${sku},${price},standard,100000,true,,`
  )
  return `${[head, ...rows].join("\n")}\n`
}

const firstNames = ["Anna", "Bilal", "Chloé", "Daan", "Elif", "Femke", "Günther", "Hanna"]
const lastNames = ["Meyer", "O'Neill", "Dubois", "van Dijk", "Yılmaz"]

export const customers = firstNames.flatMap((firstName, i) =>
  lastNames.map((lastName, j) => ({
    firstName,
    lastName,
    emailAddress: `buyer.${i}.${j}@example.test`
  }))
)

/** Park and Miller's generator: the plan needs variety, not quality. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const day = 86_400_000
const towns = [
  ["Berlin", "10115", "DE"],
  ["Lyon", "69001", "FR"],
  ["Utrecht", "3511", "NL"]
] as const

/** The two orders of a shop of small baskets that nobody would ship unread: one a trade order, one for a fortune. */
const wrongOrders = new Map([
  [231, [{ sku: "PAN", quantity: 400 }]],
  [
    268,
    [
      { sku: "KNIFE", quantity: 150 },
      { sku: "APRON", quantity: 150 }
    ]
  ]
])

/** 300 orders of the 90 days before `now`, oldest first, two of them wrong. */
export function planOrders(now: number): PlannedOrder[] {
  const random = numbers(2_026)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const count = 300
  return Array.from({ length: count }, (_, i) => {
    const [city, postalCode, countryCode] = pick(towns)
    const customer = Math.floor(random() * customers.length)
    const skus = new Set([pick(products)[1], pick(products)[1]])
    const planned = wrongOrders.get(i)
    const buyer = customers[customer]
    // whole seconds: the dashboard shows no finer time
    const at =
      Math.floor((now - ((count - i) / count) * 90 * day + random() * 0.2 * day) / 1_000) * 1_000
    return {
      customer,
      items: planned ?? [...skus].map((sku) => ({ sku, quantity: 1 + Math.floor(random() * 3) })),
      address: {
        fullName: `${buyer?.firstName} ${buyer?.lastName}`,
        streetLine1: `Marktstraße ${1 + (customer % 90)}`,
        city,
        postalCode,
        countryCode
      },
      payment: random() < 0.8 ? "card" : "invoice",
      cancelled: planned === undefined && random() < 0.05,
      at,
      wrong: planned !== undefined
    }
  })
}
