import type { Sealed } from "./seal"

/** Buyer text of one order or message, sealed under a key of its own. */
export type StoredBuyerText = {
  /** The order's or message's id. */
  id: string
  /** Pseudonym, for "forget this buyer". */
  buyer: string
  /** From then on it must be gone, epoch ms. */
  purgeAt: number
  sealed?: Sealed
  /** What came while the vault was locked, each with the public half that its key is derived from. */
  posted?: (Sealed & { from: ArrayBuffer })[]
}

const day = 86_400_000
/** After delivery; Amazon's own rule for sellers' data (RELIABILITY §3.4). */
export const keptAfterDelivery = 30 * day
/** After the order, where the delivery is not known. */
export const keptAfterOrder = 60 * day

/** When the text of an order has to be gone. */
export function purgeTime(placedAt: number, deliveredAt: number | undefined): number {
  return deliveredAt === undefined
    ? placedAt + keptAfterOrder
    : Math.min(deliveredAt + keptAfterDelivery, placedAt + keptAfterOrder)
}

export const textPlace = (id: string) => `buyerTexts/${id}`
