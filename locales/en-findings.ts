import type { CheckKind } from "../src/domain/listing-analysis"
import type { ListingField } from "../src/domain/listing-facts"
import type { PluralForms } from "./format"

export const fieldNames: Record<ListingField, string> = {
  title: "Title",
  highlights: "Item highlights",
  bullets: "Bullet points",
  description: "Description",
  searchTerms: "Search terms",
  tags: "Tags",
  attributes: "Attributes",
  brand: "Brand",
  gtin: "GTIN (barcode number)",
  condition: "Condition",
  category: "Category",
  images: "Pictures",
  altTexts: "Picture descriptions",
  variationImages: "Pictures of one variation",
  price: "Price",
  reviews: "Reviews",
  metaTitle: "Title for search engines",
  metaDescription: "Description for search engines",
  compliance: "Product safety block",
  shipping: "Shipping",
  texts: "Texts"
}

export const lengthUnits: Record<string, PluralForms> = {
  characters: { one: "# character", other: "# characters" },
  bytes: { one: "# byte", other: "# bytes" },
  words: { one: "# word", other: "# words" }
}

/** Words that checks name in their facts. */
export const findingWords: Record<string, string> = {
  promotion: "promotion",
  sale: "sale words",
  offer: "discounts",
  availability: "availability",
  condition: "condition",
  shipping: "delivery and instalments",
  reviews: "reviews",
  guarantee: "refunds and guarantees",
  placeholder: "placeholders",
  eco: "environment and germs",
  pesticide: "pest and germ control",
  disease: "diseases and cures",
  "other-platform": "other platforms",
  own: "your own list",
  imperial: "inches, pounds and ounces",
  metric: "metric units",
  manufacturer: "the manufacturer's name",
  address: "a postal address",
  contact: "an e-mail or web address",
  "responsible-person": "the responsible person in the EU",
  language: "the language of the store"
}

/** What was found, most telling form first. "{field}" is the field's name. */
export const findingSentences: Record<CheckKind, string[]> = {
  "max-length": ["{field}: {length}, at most {limit}", "{field} is too long"],
  "min-length": ["{field}: {length}, at least {limit}", "{field} is too short"],
  count: [
    "{field}: {measured}, at least {min}",
    "{field}: {measured}, at most {max}",
    "{field}: not the right number"
  ],
  "banned-characters": [
    "{field}: {characters} must not appear",
    "{field}: characters that must not appear"
  ],
  "characters-once": [
    "{field}: {characters} may appear once only",
    "{field}: a character appears too often"
  ],
  "leading-characters": [
    "{field} must not start with {characters}",
    "{field} starts with a wrong character"
  ],
  "start-capital": ["{field} must start with a capital letter"],
  "end-punctuation": ["{field} should not end with punctuation"],
  emoji: ["{field} must not hold emoji"],
  "all-caps": ["{field}: words in capital letters"],
  "repeated-words": [
    "{field}: “{words}” more than {max} times",
    "{field}: a word is repeated too often"
  ],
  duplicates: ["{field}: “{words}” is there twice", "{field}: something is there twice"],
  words: ["{field} speaks of {topic}: “{words}”", "{field}: words that must not appear"],
  "trade-marks": [
    "{field} uses names that you listed: “{words}”",
    "{field} uses names that you listed"
  ],
  amounts: ["{field} must not name prices"],
  "names-brand": ["{field} should name the brand {name}", "{field} should name the brand"],
  "image-text": [
    "{field}: text beside the product takes {measured} of the picture",
    "{field}: text that is not on the product"
  ],
  "image-border": [
    "{field}: {images} with a frame around",
    "{field} must not have a frame around them"
  ],
  "stock-picture": ["{field}: a used item needs a photo of the item itself"],
  "contact-data": ["{field} must not hold phone numbers, e-mail or web addresses"],
  html: ["{field} must not hold HTML"],
  "own-identifier": ["{field} must not hold a product number"],
  "product-named": ["{field} should say what the product is"],
  required: ["{field}: {name} is missing", "{field} is missing"],
  "page-limit": ["{field}: {length}, the page allows {limit}", "{field}: the page's own limit"],
  "frozen-after-sale": [
    "{field} can no longer be changed: already sold {sold} times",
    "{field} can no longer be changed after the first sale"
  ],
  gtin: [
    "{code} is not a valid GTIN: its last digit should be {digit}",
    "{code} is not a GTIN: it needs 8, 12, 13 or 14 digits",
    "The GTIN's check digit"
  ],
  "image-size": [
    "{field}: {images} smaller than {min} pixels on the longer side (smallest: {measured})",
    "{field}: {images} larger than {max} pixels on the longer side (largest: {measured})",
    "{field}: size in pixels"
  ],
  "image-background": [
    "The main picture's edge is only {measured} pure white",
    "The main picture's background is not pure white"
  ],
  "image-fill": [
    "The product fills {measured} of the main picture, at least {min}",
    "The product fills too little of the main picture"
  ],
  "image-format": ["{field}: {format} is not accepted", "{field}: file format"],
  language: [
    "{field}: written in {found}, buyers here read {wanted}",
    "{field}: language of the store"
  ],
  units: ["{field}: buyers here measure in {system}", "{field}: units of the buyer's country"],
  sizes: ["{field}: buyers here know {system} sizes", "{field}: sizes of the buyer's country"],
  gpsr: ["The product safety block lacks {missing}", "Product safety block (EU)"],
  duty: ["Buyers in {to} pay duty on parcels from {from}", "Duty at the border"],
  "price-sanity": [
    "The struck price {listPrice} is not above the price {price}",
    "The price is {price}",
    "The price and its struck price"
  ],
  "price-position": [
    "{price} is {times} times the middle price {middle} of {n} similar listings that you saw",
    "{price} is {part} of the middle price {middle} of {n} similar listings that you saw",
    "The price beside similar listings that you saw"
  ],
  "review-health": [
    "Rated {rating} of 5 ({n} ratings): filters at 4 stars leave it out",
    "{oneStar} of {n} ratings have one star",
    "Rating and one-star reviews"
  ]
}

/** What to do about it. */
export const fixSentences: Record<CheckKind, string[]> = {
  "max-length": ["Cut the marked end, or take the shorter text below.", "Shorten it."],
  "min-length": ["Add facts that buyers ask for: material, size, use."],
  count: [
    "Add some until there are {min}.",
    "Remove some until {max} are left.",
    "Change their number."
  ],
  "banned-characters": ["Remove the marked characters."],
  "characters-once": ["Remove the marked ones."],
  "leading-characters": ["Remove the marked character."],
  "start-capital": ["Write the marked words with a capital."],
  "end-punctuation": ["Remove the marked punctuation."],
  emoji: ["Remove the marked emoji."],
  "all-caps": ["Write the marked words in small letters."],
  "repeated-words": ["Remove the marked repeats."],
  duplicates: ["Replace the marked one by another."],
  words: ["Remove the marked words, or move them to the field that is made for them."],
  "trade-marks": ["Remove the marked names, or write “compatible with” where that is allowed."],
  amounts: ["Remove the marked prices."],
  "names-brand": ["Put {name} into it.", "Put the brand into it."],
  "image-text": ["Upload a picture without text, logos or web addresses around the product."],
  "image-border": ["Cut the frame off."],
  "stock-picture": ["Take a photo of the item that you sell."],
  "contact-data": ["Remove the marked contact data."],
  html: ["Remove the marked HTML."],
  "own-identifier": ["Remove the marked number; it has a field of its own."],
  "product-named": ["Name the product in words of its category."],
  required: ["Fill it in."],
  "page-limit": ["Cut the marked end."],
  "frozen-after-sale": ["Make a new listing if the title must change."],
  gtin: ["Copy the number from the package or from your GS1 list again."],
  "image-size": [
    "Upload a larger picture of at least {min} pixels.",
    "Upload a picture of at most {max} pixels.",
    "Upload another size."
  ],
  "image-background": ["Set the background to pure white (RGB 255, 255, 255)."],
  "image-fill": ["Crop the picture closer to the product."],
  "image-format": ["Save it as one of: {formats}.", "Save it in another format."],
  language: ["Translate it to the language of the store."],
  units: ["Add the measures in the buyer's units."],
  sizes: ["Add the size in the buyer's system."],
  gpsr: ["Add what is missing to the offer."],
  duty: ["Show the duty before checkout, or ship from inside the country."],
  "price-sanity": ["Correct the price or remove the struck price."],
  "price-position": ["Check the price for a typing error; if it is meant, say in the listing why."],
  "review-health": ["Read the latest one- and two-star reviews first: they name what to fix."]
}
