import * as v from "valibot"
import { intents } from "./intent"
import { epochMsSchema, nameSchema, textSchema } from "./limits"

/** Languages that replies are written in. */
export const macroLanguages = ["en", "zh", "de", "fr", "es", "it", "pt", "ja", "ko", "ar"] as const
export type MacroLanguage = (typeof macroLanguages)[number]

/** What a macro may ask for in braces. What is not known becomes a visible blank. */
export const macroVariables = [
  "order",
  "status",
  "placed",
  "shipped",
  "carrier",
  "tracking",
  "amount",
  "shipping",
  "item",
  "quantity",
  "country",
  "days",
  "answer",
  "reason"
] as const
export type MacroVariable = (typeof macroVariables)[number]

/** A reply in the seller's own words. */
export const macroSchema = v.strictObject({
  id: nameSchema,
  title: textSchema,
  intents: v.array(v.picklist(intents)),
  texts: v.record(v.picklist(macroLanguages), textSchema),
  /** How often the seller took it. */
  used: v.pipe(v.number(), v.integer(), v.minValue(0)),
  updatedAt: epochMsSchema
})
export type Macro = v.InferOutput<typeof macroSchema>
