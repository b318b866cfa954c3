import type { AlertBudget } from "../domain/alert-budget"
import type { Feedback } from "../domain/feedback"
import type { PlanSettings, StockPlan } from "../domain/forecast"
import type { Severity } from "../domain/insight"
import type { Intent } from "../domain/intent"
import type { Finding } from "../domain/listing-analysis"
import type { WrittenField } from "../domain/listing-facts"
import type { ListingSettings } from "../domain/listing-settings"
import type { Macro } from "../domain/macro"
import type { Claim } from "../domain/order"
import type { PageReading } from "../domain/reading"
import type {
  Conversation,
  DraftFinding,
  InsertOutcome,
  ProductReasons,
  RisingTopic,
  Tone
} from "../domain/reply"
import type { SellingCosts } from "../domain/selling-costs"
import type { SuggestionState } from "../domain/suggestion"
import type { TaughtReader } from "../domain/taught"
import type { DataProtocol } from "./data-protocol"

/** What a badge may stand beside. */
export const badgeKinds = ["order", "listing", "message"] as const
export type BadgeKind = (typeof badgeKinds)[number]

/** What a badge says, in words already: a content script carries no dictionary and no model. */
export type Badge = {
  nativeId: string
  /** `info` tells without alarm ("12 days of stock"). */
  state: "flagged" | "clear" | "too-little-history" | "info"
  severity?: Severity
  /** A few words for the row: "Check first". */
  label: string
  /** Whole sentences, most important first. */
  reasons: string[]
}

/** A buyer's chance to buy within four weeks, 0..1, and what it rests on. Days since 1970. */
export type LikelyBuyer = {
  /** The pseudonym. */
  buyer: string
  chance: number
  /** Days with a purchase, usual days between two, and the last one. */
  purchases: number
  usualDays: number
  lastDay: number
}

/** A promotion multiplies demand by `uplift` for so many days from today. */
export type WhatIf = {
  sku: string
  settings: PlanSettings
  promotion: { days: number; uplift: number }
}

export type CaptureReceipt = { stored: number; unchanged: number }

export type SiteState = { origin: string; marketplace: string; allowed: boolean }

/** Phrases separated by "|", by field and by state of an order. */
export type PageWords = {
  fields: { [field: string]: string }
  statuses: { [status: string]: string }
  /** Readers that the seller taught for the sender's host. */
  taught: TaughtReader[]
}

/** Every message, both ends. `page:` may come from a content script; `panel:` only from our own pages. */
export interface Protocol extends DataProtocol {
  /** One reading of one page; the reply comes after the commit. */
  "page:capture": { request: PageReading; reply: CaptureReceipt }
  /** The words that pages use for fields and states; a script asks once, before it reads by them. */
  "page:words": { request: Record<string, never>; reply: PageWords }
  /** The badges of what this page shows; waits until it is scored. What has none is left out. */
  "page:badges": {
    request: { marketplace: string; account: string; kind: BadgeKind; nativeIds: string[] }
    reply: Badge[]
  }
  /** Reads the page in this tab once, by activeTab. Marketplace "" when no reader knows the page. */
  "panel:read-tab": { request: { tabId: number }; reply: { marketplace: string } }
  /** Which marketplace the page in this tab belongs to, and whether its host is allowed. */
  "panel:site": { request: { url: string }; reply: SiteState | null }
  /** The sites that may be read. */
  "panel:sites": { request: Record<string, never>; reply: SiteState[] }
  /** After hosts were granted or removed: registers exactly the readers that are allowed. */
  "panel:sync-sites": { request: Record<string, never>; reply: Record<string, never> }
  /** Analyses the listing in this tab, by activeTab; the result is stored and `status` tells of it. */
  "panel:analyse-tab": { request: { tabId: number }; reply: { found: boolean } }
  /** Puts the analysis of all own listings into the queue. */
  "panel:analyse-listings": { request: Record<string, never>; reply: Record<string, never> }
  /** Holds one text against the rules of a marketplace, as a draft of a language model is. */
  "panel:check-text": {
    request: { marketplace: string; store?: string | undefined; field: WrittenField; text: string }
    reply: Finding[]
  }
  "panel:taught": { request: Record<string, never>; reply: TaughtReader[] }
  /** Keeps readers that were taught or imported; one of the same pages and kind is replaced. */
  "panel:save-taught": { request: { readers: TaughtReader[] }; reply: TaughtReader[] }
  "panel:forget-taught": { request: { id: string }; reply: TaughtReader[] }
  "panel:save-listing-settings": { request: ListingSettings; reply: Record<string, never> }
  "panel:save-selling-costs": { request: SellingCosts; reply: Record<string, never> }
  "panel:decide-suggestion": {
    request: { id: string; state: SuggestionState }
    reply: Record<string, never>
  }
  /** Share of a price that is left after all costs, for products without costs of their own. */
  "panel:set-margin": { request: { margin: number }; reply: Record<string, never> }
  /** Learns from the history now; the reply comes when the suggestions are stored. */
  "panel:learn": { request: Record<string, never>; reply: Record<string, never> }
  /** Forecasts all items again, or tests the forecasts on the past; progress is in the store. */
  "panel:demand": {
    request: { job: "forecast-demand" | "test-forecasts" }
    reply: Record<string, never>
  }
  /** Stops such a job; what it had done is dropped. */
  "panel:cancel-demand": {
    request: { job: "forecast-demand" | "test-forecasts" }
    reply: Record<string, never>
  }
  /** How an item (or, with SKU "", every item without its own) is restocked from now on. */
  "panel:set-plan": {
    request: { sku: string; settings: PlanSettings }
    reply: Record<string, never>
  }
  /** What to buy of what is due within a budget (minor units of the listings' currency); no budget, everything. */
  "panel:purchase-plan": {
    request: { budget: number | null; costShare: number }
    reply: { currency: string; rows: { sku: string; quantity: number; cost: number }[] }
  }
  /** The plan as it would be under other settings and a promotion; nothing is stored. */
  "panel:what-if": { request: WhatIf; reply: { plan: StockPlan | null; next28: number } }
  /** Who is most likely to buy within four weeks, most likely first; pseudonyms. */
  "panel:likely-buyers": { request: Record<string, never>; reply: { buyers: LikelyBuyer[] } }
  /** A message with its text, as long as the browser session remembers it, and the replies that fit. */
  "panel:conversation": { request: { messageId: string; tone: Tone }; reply: Conversation }
  /** Fills the reply field of the page in the active tab, where the marketplace allows it; never sends. */
  "panel:insert-reply": { request: { messageId: string; text: string }; reply: InsertOutcome }
  "panel:product-reasons": { request: Record<string, never>; reply: ProductReasons[] }
  /** What is wrong with a text that the seller is about to send. */
  "panel:check-draft": { request: { messageId: string; text: string }; reply: DraftFinding[] }
  /** The seller says what a message is about; the model follows at once. */
  "panel:correct-message": {
    request: { messageId: string; intent: Intent }
    reply: Record<string, never>
  }
  "panel:message-done": {
    request: {
      messageId: string
      done: boolean
      macroId?: string | undefined
      /** What was answered; kept, sealed, where the seller keeps texts of messages. */
      reply?: string | undefined
    }
    reply: Record<string, never>
  }
  "panel:save-macro": {
    request: Omit<Macro, "used" | "updatedAt">
    reply: Record<string, never>
  }
  "panel:delete-macro": { request: { id: string }; reply: Record<string, never> }
  "panel:rising-topics": { request: Record<string, never>; reply: RisingTopic[] }
  "panel:give-feedback": {
    request: Pick<Feedback, "orderId" | "verdict">
    reply: Record<string, never>
  }
  "panel:withdraw-feedback": { request: { orderId: string }; reply: Record<string, never> }
  "panel:dismiss": { request: { insightId: string }; reply: Record<string, never> }
  /** Undoes a dismissal or a snooze. */
  "panel:restore": { request: { insightId: string }; reply: Record<string, never> }
  "panel:snooze": { request: { insightId: string; until: number }; reply: Record<string, never> }
  /** The buyer of this order is never flagged, or again. */
  "panel:allow": { request: { orderId: string; allow: boolean }; reply: Record<string, never> }
  "panel:set-budget": { request: { budget: AlertBudget }; reply: Record<string, never> }
  "panel:open-claim": {
    request: { orderId: string; claim: Claim; openedAt: number }
    reply: Record<string, never>
  }
  "panel:close-claim": { request: { orderId: string }; reply: Record<string, never> }
}

export type MessageType = keyof Protocol
export type RequestOf<T extends MessageType> = Protocol[T]["request"]
export type ReplyOf<T extends MessageType> = Protocol[T]["reply"]

/** What travels. Errors travel back too: no message is left without an answer. */
export type Envelope = { type: MessageType; request: unknown }
export type Answer<T> = { ok: true; reply: T } | { ok: false; error: ProtocolError }
export type ProtocolError = {
  code:
    | "refused"
    | "invalid"
    | "too-large"
    | "too-many"
    | "read-only"
    | "disk-full"
    | "no-copy"
    | "failed"
    | "no-answer"
  message: string
}
