import * as v from "valibot"
import { markedOrPassed } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

/** No HTML but the `allowed` elements. */
export const html = defineTextCheck(
  "html",
  { allowed: v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]+$/))) },
  (pieces, { allowed }) =>
    markedOrPassed(
      marksOf(pieces, /<\/?[a-z][a-z0-9]*\b[^<>]{0,500}>/gi).filter(
        ({ text }) => !allowed.includes(/[a-z0-9]+/i.exec(text)?.[0].toLowerCase() ?? "")
      )
    )
)
