import * as v from "valibot"
import type { CheckKind } from "../../domain/listing-analysis"
import type { Judgement, Look } from "../check"
import { allCaps } from "./all-caps"
import { amounts } from "./amounts"
import { bannedCharacters } from "./banned-characters"
import { charactersOnce } from "./characters-once"
import { contactData } from "./contact-data"
import { count } from "./count"
import { duplicates } from "./duplicates"
import { duty } from "./duty"
import { emoji } from "./emoji"
import { endPunctuation } from "./end-punctuation"
import { frozenAfterSale } from "./frozen-after-sale"
import { gpsr } from "./gpsr"
import { gtin } from "./gtin"
import { html } from "./html"
import { imageBackground } from "./image-background"
import { imageBorder } from "./image-border"
import { imageFill } from "./image-fill"
import { imageFormat } from "./image-format"
import { imageSize } from "./image-size"
import { imageText } from "./image-text"
import { language } from "./language"
import { leadingCharacters } from "./leading-characters"
import { maxLength } from "./max-length"
import { minLength } from "./min-length"
import { namesBrand } from "./names-brand"
import { ownIdentifier } from "./own-identifier"
import { pageLimit } from "./page-limit"
import { pricePosition } from "./price-position"
import { priceSanity } from "./price-sanity"
import { productNamed } from "./product-named"
import { repeatedWords } from "./repeated-words"
import { required } from "./required"
import { reviewHealth } from "./review-health"
import { sizesOfStore } from "./sizes"
import { startCapital } from "./start-capital"
import { stockPicture } from "./stock-picture"
import { tradeMarks } from "./trade-marks"
import { units } from "./units"
import { words } from "./words"

/** Every check; the folder, this list and `checkKinds` are the same by test. */
const all = [
  amounts,
  imageText,
  imageBorder,
  stockPicture,
  namesBrand,
  maxLength,
  minLength,
  count,
  bannedCharacters,
  charactersOnce,
  leadingCharacters,
  startCapital,
  endPunctuation,
  emoji,
  allCaps,
  repeatedWords,
  duplicates,
  words,
  tradeMarks,
  contactData,
  html,
  ownIdentifier,
  productNamed,
  required,
  pageLimit,
  frozenAfterSale,
  gtin,
  imageSize,
  imageBackground,
  imageFill,
  imageFormat,
  language,
  units,
  sizesOfStore,
  gpsr,
  duty,
  priceSanity,
  pricePosition,
  reviewHealth
] as const

const schemasOf = <T extends readonly { schema: unknown }[]>(checks: T) =>
  checks.map(({ schema }) => schema) as { [I in keyof T]: T[I]["schema"] }

/** A check's kind with the numbers and words of a rule: {"kind":"max-length","max":75,"unit":"characters"}. */
export const checkSchema = v.variant("kind", schemasOf(all))
export type CheckValue = v.InferOutput<typeof checkSchema>

const judges = new Map<CheckKind, (value: never, look: Look) => Judgement>(
  all.map(({ kind, judge }) => [kind, judge as (value: never, look: Look) => Judgement])
)

/** Judges one check. */
export function judge(value: CheckValue, look: Look): Judgement {
  const found = judges.get(value.kind)
  if (!found) throw new Error(`no check ${value.kind}`)
  return found(value as never, look)
}
