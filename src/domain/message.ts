import * as v from "valibot"
import { epochMsSchema, nameSchema, textSchema } from "./limits"
import { buyerTextSchema, pseudonymSchema } from "./order"

/** What both a page and the store know of a message. A field that a page does not show is absent, never guessed. */
const sharedFields = {
  /** The conversation's or message's id as the page tells it. */
  nativeId: textSchema,
  orderNativeId: v.optional(textSchema),
  sku: v.optional(textSchema),
  productTitle: v.optional(textSchema),
  sentAt: v.optional(epochMsSchema),
  /** Whether the buyer wrote it, or the seller. */
  direction: v.picklist(["in", "out"]),
  /** The page's own word on whether an answer was sent. */
  answered: v.optional(v.boolean())
} as const

/** A message as one page shows it. Its text and its buyer live only in the message to the worker. */
export const pageMessageSchema = v.strictObject({
  ...sharedFields,
  subject: v.optional(textSchema),
  text: textSchema,
  buyer: v.optional(buyerTextSchema)
})
export type PageMessage = v.InferOutput<typeof pageMessageSchema>

/** A message as it is stored: without its text, which is kept sealed and apart where the seller turned that on. */
export const messageSchema = v.strictObject({
  ...sharedFields,
  /** "<marketplace>:<account>:<native id>" */
  id: textSchema,
  marketplace: nameSchema,
  account: textSchema,
  buyer: v.optional(pseudonymSchema),
  readAt: epochMsSchema
})
export type Message = v.InferOutput<typeof messageSchema>
