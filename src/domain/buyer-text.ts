/** Kinds of buyer text that a seller may switch on, each for itself; none is on at first. */
export const buyerTextKinds = ["name", "email", "phone", "address", "message"] as const
export type BuyerTextKind = (typeof buyerTextKinds)[number]
export type BuyerTexts = Partial<Record<BuyerTextKind, string>>

/** "none": no buyer text was ever switched on. "open": kept, without a passphrase. */
export type VaultState = {
  protection: "none" | "open" | "locked" | "unlocked"
  kinds: BuyerTextKind[]
}
