import type { BuyerTextKind, BuyerTexts, VaultState } from "../domain/buyer-text"

/** What the Data view asks of the worker. */
export interface DataProtocol {
  /** Takes an imported file out again. */
  "panel:undo-import": { request: { importId: number }; reply: Record<string, never> }
  /** Puts the newest snapshot in the place of a damaged store; says of when it is. */
  "panel:restore-snapshot": { request: Record<string, never>; reply: { at: number } }
  /** Goes on with what a damaged store still holds. */
  "panel:accept-loss": { request: Record<string, never>; reply: Record<string, never> }
  /** Which buyer text is kept and how it is protected. */
  "panel:vault": { request: Record<string, never>; reply: VaultState }
  "panel:keep-kinds": { request: { kinds: BuyerTextKind[] }; reply: VaultState }
  /** The recovery code is in this reply and nowhere else; "" while the text is locked. */
  "panel:set-passphrase": { request: { passphrase: string }; reply: { recoveryCode: string } }
  /** By the passphrase or the recovery code. */
  "panel:unlock": { request: { secret: string }; reply: { unlocked: boolean } }
  "panel:lock": { request: Record<string, never>; reply: Record<string, never> }
  /** Whether the clock is so far ahead of the `latest` trusted time that deleting by it waits for an answer. */
  "panel:clock": { request: Record<string, never>; reply: { doubtful: boolean; latest: number } }
  "panel:trust-clock": { request: Record<string, never>; reply: Record<string, never> }
  /** The kept text of an order, by its id or the marketplace's number; locked says that there may be some. */
  "panel:buyer-text": {
    request: { orderId: string }
    reply: { locked: boolean; texts: BuyerTexts }
  }
  /** By the number of any order of the buyer; in how many places the buyer was. */
  "panel:forget-buyer": { request: { nativeId: string }; reply: { places: number } }
  "panel:delete-everything": { request: Record<string, never>; reply: Record<string, never> }
}
