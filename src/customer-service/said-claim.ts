import type { Intent } from "../domain/intent"
import type { MessageNote } from "../domain/message-note"
import type { Claim } from "../domain/order"

const claimOf: Partial<Record<Intent, Claim>> = {
  "shipping/not-received": "not-received",
  "order/not-as-described": "not-as-described",
  "return/request": "returned",
  "dispute/claim": "chargeback"
}

/** The model must be this sure, or the seller have said it. */
const sure = 0.8

/** What a buyer claims of an order in a message: a sign for the risk features, weaker than a claim on a page. */
export type SaidClaim = { orderId: string; claim: Claim; probability: number; at: number }

/** Claims that messages make of orders; no text is needed. */
export function saidClaims(notes: MessageNote[]): SaidClaim[] {
  return notes.flatMap(({ orderId, wishes, sentAt, readAt }) =>
    wishes.flatMap(({ intent, probability }): SaidClaim[] => {
      const claim = claimOf[intent]
      if (!orderId || !claim || probability < sure) return []
      return [{ orderId, claim, probability, at: sentAt ?? readAt }]
    })
  )
}
