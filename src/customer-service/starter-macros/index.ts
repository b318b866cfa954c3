import type { Intent } from "../../domain/intent"
import type { MacroLanguage } from "../../domain/macro"
import ar from "./ar.json"
import de from "./de.json"
import en from "./en.json"
import es from "./es.json"
import fr from "./fr.json"
import it from "./it.json"
import ja from "./ja.json"
import ko from "./ko.json"
import pt from "./pt.json"
import zh from "./zh.json"

export type MacroId = keyof typeof en

/** A reply of ours to start from: which wishes it answers, and in which state of the order. */
export type StarterMacro = {
  id: MacroId
  intents: Intent[]
  /** Only when the order is known to be in this state, or when its state is unknown. */
  when?: "shipped" | "not-shipped"
}

export const starterMacros: StarterMacro[] = [
  { id: "status-shipped", intents: ["shipping/status", "shipping/tracking"], when: "shipped" },
  { id: "status-waiting", intents: ["shipping/status", "shipping/tracking"], when: "not-shipped" },
  { id: "not-received", intents: ["shipping/not-received"] },
  { id: "delivery-failed", intents: ["shipping/failed"] },
  { id: "delivery-time", intents: ["shipping/time"] },
  { id: "shipping-cost", intents: ["shipping/cost"] },
  { id: "destination", intents: ["shipping/destination"] },
  { id: "address-change", intents: ["shipping/address"], when: "not-shipped" },
  { id: "address-late", intents: ["shipping/address"], when: "shipped" },
  { id: "customs", intents: ["customs/duty"] },
  { id: "cancel", intents: ["order/cancel"], when: "not-shipped" },
  { id: "cancel-late", intents: ["order/cancel"], when: "shipped" },
  { id: "change", intents: ["order/change"] },
  { id: "confirmed", intents: ["order/confirm"] },
  { id: "missing", intents: ["order/missing"] },
  { id: "wrong", intents: ["order/wrong"] },
  { id: "damaged", intents: ["order/damaged"] },
  { id: "defective", intents: ["order/defective", "product/warranty"] },
  { id: "not-as-described", intents: ["order/not-as-described"] },
  { id: "return", intents: ["return/request", "return/how"] },
  { id: "refund", intents: ["refund/request"] },
  { id: "refund-status", intents: ["refund/status"] },
  { id: "exchange", intents: ["exchange/request"] },
  { id: "product", intents: ["product/question", "product/compatibility"] },
  { id: "size", intents: ["product/size"] },
  { id: "stock", intents: ["product/stock"] },
  { id: "usage", intents: ["product/usage"] },
  { id: "custom", intents: ["product/custom"] },
  { id: "recommendation", intents: ["product/recommendation"] },
  { id: "warranty", intents: ["product/warranty"] },
  { id: "discount", intents: ["price/discount"] },
  { id: "coupon", intents: ["price/coupon"] },
  { id: "bulk", intents: ["price/bulk"] },
  { id: "payment", intents: ["payment/problem"] },
  { id: "double-charge", intents: ["payment/double-charge"] },
  { id: "invoice", intents: ["invoice/tax"] },
  { id: "gift", intents: ["gift/wrap"] },
  { id: "thanks", intents: ["feedback/positive"] },
  { id: "apology", intents: ["feedback/negative", "dispute/claim"] },
  { id: "stay-here", intents: ["scam/off-platform"] },
  { id: "clarify", intents: ["other/question"] }
]

/** The texts of every starter macro, by language. */
export const starterTexts: Record<MacroLanguage, Record<MacroId, string>> = {
  en,
  zh,
  de,
  fr,
  es,
  it,
  pt,
  ja,
  ko,
  ar
}
