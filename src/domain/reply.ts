import type { Intent } from "./intent"
import type { MacroLanguage } from "./macro"

export const findingCodes = [
  "blank-left",
  "outside-link",
  "contact-data",
  "review-pressure",
  "says-shipped",
  "says-refunded",
  "other-order",
  "other-amount",
  "promised-date",
  "auto-reply",
  "other-language",
  "window-closed"
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `stop`: the marketplace's rules or the order's facts are against it; `check`: only the seller can know. */
export type DraftFinding = { code: FindingCode; weight: "stop" | "check"; words: string }

/** A suggestion with the facts of the order in it; `blanks` are the facts that are not known. */
export type Suggestion = {
  id: string
  /** Whose words these are; `past`: the seller's answer to an earlier message. */
  origin: "own" | "past" | "starter"
  title?: string
  language: MacroLanguage
  text: string
  blanks: string[]
}

/** How starter replies begin and end; `plain`: with neither. */
export const tones = ["plain", "friendly", "formal"] as const
export type Tone = (typeof tones)[number]

/** What became of putting a reply into the page. */
export const insertOutcomes = ["inserted", "no-page", "no-field"] as const
export type InsertOutcome = (typeof insertOutcomes)[number]

/** How long a marketplace gives for an answer, and since when that is known. */
export type ClockRule = {
  hours: number | "three-business-days" | "lazada-evening"
  /** Whether the marketplace itself counts, or it is only good practice. */
  rule: boolean
  asOf: string
  source: string
}

/**
 * `text` is absent once the browser was closed, unless the seller keeps message texts. `canInsert`: the marketplace
 * lets tools fill its reply field.
 */
export type Conversation = {
  text?: string
  suggestions: Suggestion[]
  clock: ClockRule
  canInsert: boolean
}

/** A topic with more messages this week than in a usual one (`before`: messages a week), and what most of them share. */
export type RisingTopic = {
  intent: Intent
  thisWeek: number
  before: number
  behind?: { kind: "sku" | "carrier"; name: string; messages: number }
}

/** Why buyers wrote about a product in the last 90 days: defects, wrong or missing parts, returns. */
export type ProductReasons = {
  sku: string
  /** Units sold in that time, where orders of it are known. */
  sold: number
  messages: number
  reasons: { intent: Intent; messages: number }[]
}
