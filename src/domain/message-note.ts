import * as v from "valibot"
import { intents, sentiments } from "./intent"
import { epochMsSchema, nameSchema, textSchema } from "./limits"

export const scamCues = [
  "contact-outside",
  "pay-outside",
  "qr-code",
  "poses-as-staff",
  "overpayment",
  "gift-cards",
  "asks-for-secrets",
  "outside-link"
] as const
export type ScamCue = (typeof scamCues)[number]

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const wishSchema = v.strictObject({ intent: v.picklist(intents), probability: share })

/** What was understood of a message; never its text. */
export const messageNoteSchema = v.strictObject({
  /** The message's own id. */
  id: textSchema,
  marketplace: nameSchema,
  account: textSchema,
  /** The order it is about, by the page's word or by an id in the text. */
  orderId: v.optional(textSchema),
  /** The product it is about (SKU, else title), and who carries the order, where known. */
  sku: v.optional(textSchema),
  carrier: v.optional(textSchema),
  sentAt: v.optional(epochMsSchema),
  /** When an answer is due; absent where no clock runs. */
  dueAt: v.optional(epochMsSchema),
  answered: v.boolean(),
  /** False where nothing is asked or the answer was given. */
  wantsReply: v.boolean(),
  /** What the queue is sorted by: the due time, earlier for urgent and angry messages (epoch ms). */
  priorityAt: v.number(),
  /** What is wanted, most probable first. */
  wishes: v.array(wishSchema),
  /** The likeliest wishes, for a correction. */
  likely: v.array(wishSchema),
  corrected: v.boolean(),
  urgency: share,
  sentiment: v.picklist(sentiments),
  /** BCP 47, by the browser's detector; absent where it is not sure. */
  language: v.optional(textSchema),
  photos: v.boolean(),
  scam: v.array(v.picklist(scamCues)),
  modelVersion: textSchema,
  readAt: epochMsSchema
})
export type MessageNote = v.InferOutput<typeof messageNoteSchema>
