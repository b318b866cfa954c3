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
  "other-language"
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `stop`: the marketplace's rules or the order's facts are against it; `check`: only the seller can know. */
export type DraftFinding = { code: FindingCode; weight: "stop" | "check"; words: string }

/** A suggestion with the facts of the order in it; `blanks` are the facts that are not known. */
export type Suggestion = {
  id: string
  /** Whose words these are. */
  origin: "own" | "starter"
  title?: string
  language: MacroLanguage
  text: string
  blanks: string[]
}

/** `text` is absent once the browser was closed: it is never written to disk. */
export type Conversation = { text?: string; suggestions: Suggestion[] }

/** A topic with more messages this week than in a usual one (`before`: messages a week). */
export type RisingTopic = { intent: Intent; thisWeek: number; before: number }
