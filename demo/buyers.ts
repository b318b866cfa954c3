import { type Market, markets } from "./markets"
import type { Random } from "./random"

export type DemoBuyer = {
  id: string
  name: string
  email: string
  phone: string
  /** One line, the city and the country code behind commas. */
  address: string
  market: Market
  /** A business that orders often and much: large orders of it are normal. */
  business: boolean
}

/** Reserved domains (RFC 2606); the last stands for throw-away mailboxes. */
export const mailDomains = ["example.com", "example.net", "example.org"] as const
export const throwawayDomain = "throwaway.example"

const ascii = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase()

/** A new invented person; e-mail domains are reserved ones (RFC 2606). */
export function makeBuyer(
  random: Random,
  number: number,
  market = markets[random.weighted(markets.map(({ weight }) => weight))] ?? markets[0]
): DemoBuyer {
  if (!market) throw new Error("no market")
  const first = random.pick(market.firstNames)
  const last = random.pick(market.lastNames)
  // numbers in no order of making: a planted buyer must not be told by its number
  const serial = 100_000 + ((number * 7_919) % 900_000)
  const local = ascii(`${first}${last}`) || "buyer"
  return {
    id: `B-${serial}`,
    name:
      market.country === "JP" || market.country === "HK" ? `${last} ${first}` : `${first} ${last}`,
    email: `${local}${serial}@${random.pick(mailDomains)}`,
    phone: `${market.phone}${String(random.int(10_000_000, 99_999_999))}`,
    address: `${random.int(1, 240)} ${random.pick(market.streets)}, ${random.pick(market.cities)}, ${market.country}`,
    market,
    business: random.chance(0.004)
  }
}
