import * as v from "valibot"
import { count, defineCheck, passed, unknown } from "../check"

/** The rating is below `minRating`, or the share of one-star reviews above `maxOneStar`; few reviews say nothing. */
export const reviewHealth = defineCheck(
  "review-health",
  {
    minRating: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(5))),
    maxOneStar: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    fewest: v.pipe(v.number(), v.integer(), v.minValue(1))
  },
  ({ minRating, maxOneStar, fewest }, { listing }) => {
    const { rating, reviews, stars } = listing
    if (reviews === undefined || reviews < fewest) return unknown
    const n = count(reviews)
    if (minRating !== undefined && rating !== undefined && rating < minRating) {
      return { outcome: "failed", facts: { rating: { kind: "ratio", value: rating }, n } }
    }
    const oneStar = stars?.[0]
    if (maxOneStar !== undefined && oneStar !== undefined && oneStar > maxOneStar) {
      return { outcome: "failed", facts: { oneStar: { kind: "share", value: oneStar }, n } }
    }
    const asked = [
      minRating === undefined || rating !== undefined,
      maxOneStar === undefined || stars
    ]
    return asked.every(Boolean) ? passed : unknown
  }
)
