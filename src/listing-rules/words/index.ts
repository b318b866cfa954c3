import { diseaseClaims, ecoClaims, pesticideClaims } from "./claims"
import { guaranteeWords, placeholderWords, reviewWords } from "./copy"
import { availabilityWords, conditionWords, shippingWords } from "./offer"
import { offerWords, otherPlatforms, promotionWords, saleWords } from "./promotion"

/** What a list of words is about; each has a name in `locales/`. */
export const topics = [
  "promotion",
  "sale",
  "offer",
  "availability",
  "condition",
  "shipping",
  "reviews",
  "guarantee",
  "placeholder",
  "eco",
  "pesticide",
  "disease",
  "other-platform",
  "own"
] as const
export type Topic = (typeof topics)[number]

/** Phrases by topic, all languages together. "own" is for a seller's pack, which brings its words along. */
export const wordLists: Record<Topic, readonly string[]> = {
  promotion: promotionWords,
  sale: saleWords,
  offer: offerWords,
  availability: availabilityWords,
  condition: conditionWords,
  shipping: shippingWords,
  reviews: reviewWords,
  guarantee: guaranteeWords,
  placeholder: placeholderWords,
  eco: ecoClaims,
  pesticide: pesticideClaims,
  disease: diseaseClaims,
  "other-platform": otherPlatforms,
  own: []
}
