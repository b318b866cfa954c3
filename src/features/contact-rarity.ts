import type { Order } from "../domain/order"
import { addCount, type Frequencies, type Rarity, rarity } from "./frequency"

/** What may be odd about a buyer's contact facts. */
export const contactFlags = [
  "disposableEmail",
  "nameMismatch",
  "oddEmail",
  "poBox",
  "forwarder",
  "oddAddress"
] as const
export type ContactFlag = (typeof contactFlags)[number]

const odd = 0.5

/** True or false where the page showed the fact, else undefined. */
function flagsOf({ contact }: Order): Record<ContactFlag, boolean | undefined> {
  return {
    disposableEmail: contact?.disposableEmail,
    nameMismatch: contact?.nameInEmail === undefined ? undefined : !contact.nameInEmail,
    oddEmail: contact?.oddEmail === undefined ? undefined : contact.oddEmail >= odd,
    poBox: contact?.poBox,
    forwarder: contact?.forwarder,
    oddAddress: contact?.oddAddress === undefined ? undefined : contact.oddAddress >= odd
  }
}

/** Within a destination: a forwarder's code is ordinary where most parcels go through one. */
const groupOf = (flag: ContactFlag, order: Order) => `contact:${flag}:${order.shipCountry ?? ""}`

export function addContact(counts: Frequencies, order: Order): void {
  const flags = flagsOf(order)
  for (const flag of contactFlags) {
    const value = flags[flag]
    if (value === undefined) continue
    addCount(counts, groupOf(flag, order), String(value))
    addCount(counts, `contact:${flag}`, String(value))
  }
}

/** How rare each oddity is among the shop's orders to the same country; null where it is not odd or not shown. */
export function contactRarities(
  counts: Frequencies,
  order: Order
): Record<ContactFlag, Rarity | null> {
  const flags = flagsOf(order)
  return Object.fromEntries(
    contactFlags.map((flag) => {
      if (flags[flag] !== true) return [flag, null]
      const shop = rarity(counts, `contact:${flag}`, "true", 0.05)
      return [flag, rarity(counts, groupOf(flag, order), "true", Math.exp(-shop.surprise), 20)]
    })
  ) as Record<ContactFlag, Rarity | null>
}
