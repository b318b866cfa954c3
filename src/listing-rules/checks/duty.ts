import * as v from "valibot"
import { countrySchema } from "../../domain/limits"
import { defineCheck, passed, unknown } from "../check"

/** Goods that cross the border of these countries pay duty: said where the page shows where they ship from. */
export const duty = defineCheck(
  "duty",
  { inside: v.array(countrySchema) },
  ({ inside }, { listing }) => {
    const { shipsFrom, store } = listing
    if (shipsFrom === undefined || store === undefined) return unknown
    if (!inside.includes(store) || inside.includes(shipsFrom)) return passed
    return {
      outcome: "failed",
      facts: {
        from: { kind: "country", value: shipsFrom },
        to: { kind: "country", value: store }
      }
    }
  }
)
