import * as v from "valibot"
import { limits } from "./limit-values"

const isPlain = (value: string) => {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10) return false
  }
  return true
}

const textUpTo = (length: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(length), v.check(isPlain, "control character"))
/** Text of a page: counted, no control characters, never empty. It stays text wherever it is shown. */
export const textSchema = textUpTo(limits.text)
export const longTextSchema = textUpTo(limits.longText)
/** Milliseconds since 1970 UTC, between 2000 and 2100. */
export const epochMsSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(946_684_800_000),
  v.maxValue(4_102_444_800_000)
)
/** ISO 3166-1 alpha-2, upper case. */
export const countrySchema = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))
/** A short name of ours or of a marketplace: no separators that an id could be split by. */
export const nameSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/))
