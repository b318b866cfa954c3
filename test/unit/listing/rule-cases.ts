import type { ListingFacts } from "../../../src/domain/listing-facts"
import type { Money } from "../../../src/domain/money"

type Part = Partial<ListingFacts>
/** A listing that keeps a rule and one that does not; `marked`: the words that the finding must point at. */
export type Case = {
  pass: Part
  fail: Part
  marked?: string[]
  tradeMarks?: string[]
  similarPrices?: Money[]
}

const letters = (count: number) => "Abcdefghi ".repeat(Math.ceil(count / 10)).slice(0, count)
const many = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))
const pictures = (count: number, width: number, height = width) =>
  many(count, () => ({ width, height }))
const eur = (minor: number): Money => ({ minor, currency: "EUR" })

/** A title of `count` characters passes, one of `count + 1` fails. */
const longest = (
  field: "title" | "highlights" | "metaTitle" | "metaDescription",
  count: number
): Case => ({
  pass: { [field]: letters(count) },
  fail: { [field]: letters(count + 1) },
  marked: [letters(count + 1).slice(count)]
})
const pageLimit: Case = {
  pass: { title: letters(60), titleLimit: 60 },
  fail: { title: letters(61), titleLimit: 60 },
  marked: ["A"]
}

export const ruleCases: Record<string, Case> = {
  "amazon.title.length.2025": longest("title", 200),
  "amazon.title.length.spared-stores": {
    ...longest("title", 200),
    pass: { store: "AE", title: letters(200) },
    fail: { store: "AE", title: letters(201) }
  },
  "amazon.title.length.media": {
    ...longest("title", 200),
    pass: { media: true, title: letters(200) },
    fail: { media: true, title: letters(201) }
  },
  "amazon.title.length.2026": longest("title", 75),
  "amazon.title.repeats": {
    pass: { title: "Mat for the door, the hall and the bath mat" },
    fail: { title: "Mat, bath mat and door mats" },
    marked: ["mats"]
  },
  "amazon.highlights.length": longest("highlights", 125),
  "amazon.title.characters": {
    pass: { title: "Steel bottle", brand: "Yay!" },
    fail: { title: "Steel bottle! {new}" },
    marked: ["!", "{", "}"]
  },
  "amazon.title.characters.measure": {
    pass: { title: "Envelope #10, under <5 mm" },
    fail: { title: "~ Steel bottle ~" },
    marked: ["~", "~"]
  },
  "amazon.title.promotion": {
    pass: { title: "Steel bottle, 750 ml, blue" },
    fail: { title: "Best seller steel bottle with FREE shipping" },
    marked: ["Best seller", "FREE shipping"]
  },
  "amazon.bullets.count": {
    pass: { bullets: many(5, letters) },
    fail: { bullets: many(6, letters) }
  },
  "amazon.bullets.shortest": {
    pass: { bullets: [letters(10)] },
    fail: { bullets: [letters(10), letters(9)] },
    marked: [letters(9)]
  },
  "amazon.bullets.longest": {
    pass: { bullets: [letters(255)] },
    fail: { bullets: [letters(256)] },
    marked: ["f"]
  },
  "amazon.bullets.together": {
    pass: { bullets: many(5, () => letters(199)) },
    fail: { bullets: many(5, () => letters(200)) }
  },
  "amazon.bullets.capital": {
    pass: { bullets: ["Keeps cold", "12 hours", "保温"] },
    fail: { bullets: ["Keeps cold", "keeps warm"] },
    marked: ["keeps"]
  },
  "amazon.bullets.end": {
    pass: { bullets: ["Keeps cold"] },
    fail: { bullets: ["Keeps cold."] },
    marked: ["."]
  },
  "amazon.bullets.emoji": {
    pass: { bullets: ["Keeps cold ™ 12 #"] },
    fail: { bullets: ["❄️ Keeps cold 👍"] },
    marked: ["❄️", "👍"]
  },
  "amazon.bullets.characters": {
    pass: { bullets: ["Keeps cold"] },
    fail: { bullets: ["Thermo™ keeps cold…"] },
    marked: ["™", "…"]
  },
  "amazon.bullets.asin": {
    pass: { bullets: ["Fits our lid"] },
    fail: { bullets: ["Fits lid B0ABCD1234"] },
    marked: ["B0ABCD1234"]
  },
  "amazon.bullets.placeholder": {
    pass: { bullets: ["Keeps cold"] },
    fail: { bullets: ["N/A", "Copy pending"] },
    marked: ["N/A", "Copy pending"]
  },
  "amazon.bullets.guarantee": {
    pass: { bullets: ["Keeps cold"] },
    fail: { bullets: ["Full refund if not satisfied"] },
    marked: ["Full refund", "if not satisfied"]
  },
  "amazon.bullets.eco": {
    pass: { bullets: ["Steel"] },
    fail: { bullets: ["Eco-friendly and anti-bacterial"] },
    marked: ["Eco-friendly", "anti-bacterial"]
  },
  "amazon.texts.contact": {
    pass: { bullets: ["Model 4015630061235, 12.5 cm"] },
    fail: { bullets: ["Ask help@shop.example or +49 30 1234567, www.shop.example"] },
    marked: ["help@shop.example", "www.shop.example", "+49 30 1234567"]
  },
  "amazon.texts.availability": {
    pass: { bullets: ["Steel"] },
    fail: { bullets: ["Now in stock"] },
    marked: ["in stock"]
  },
  "amazon.texts.condition": {
    pass: { bullets: ["Steel"] },
    fail: { bullets: ["Brand new bottle"] },
    marked: ["Brand new"]
  },
  "amazon.texts.offer": {
    pass: { bullets: ["100% steel"] },
    fail: { bullets: ["20% off today"] },
    marked: ["% off"]
  },
  "amazon.texts.reviews": {
    pass: { description: "Steel" },
    fail: { description: "Customers say: five star" },
    marked: ["Customers say", "five star"]
  },
  "amazon.description.html": {
    pass: { description: "One<br>two <br/>, 3 < 4" },
    fail: { description: "One<br><b>two</b>" },
    marked: ["<b>", "</b>"]
  },
  "amazon.search-terms.bytes": {
    // 83 characters of three bytes
    pass: { searchTerms: "瓶".repeat(83) },
    fail: { searchTerms: "瓶".repeat(84) },
    marked: ["瓶"]
  },
  "amazon.images.background": {
    pass: { images: [{ whiteEdge: 1 }] },
    fail: { images: [{ whiteEdge: 0.7 }] }
  },
  "amazon.images.fill": { pass: { images: [{ fill: 0.85 }] }, fail: { images: [{ fill: 0.6 }] } },
  "amazon.images.text": {
    pass: { images: [{ textBeside: 0, textWithin: 0 }] },
    fail: { images: [{ textBeside: 0.02, textWithin: 0 }] }
  },
  "amazon.bullets.advised": {
    pass: { bullets: [letters(250)] },
    fail: { bullets: [letters(251)] },
    marked: ["A"]
  },
  "amazon.texts.price": {
    pass: { title: "Bottle 5 for 2 people, model 20" },
    fail: { description: "Worth $49.99, now 29 €" },
    marked: ["$49.99", "29 €"]
  },
  "amazon.images.accepted": {
    pass: { images: pictures(2, 500) },
    fail: { images: [...pictures(1, 500), ...pictures(1, 499)] }
  },
  "amazon.images.zoom": {
    pass: { images: pictures(1, 1_000, 400) },
    fail: { images: pictures(1, 999) }
  },
  "amazon.images.sharp": {
    pass: { images: pictures(1, 1_600) },
    fail: { images: pictures(1, 1_599) }
  },
  "amazon.images.count": {
    pass: { images: pictures(9, 1_000) },
    fail: { images: pictures(10, 1_000) }
  },
  "amazon.images.format": {
    pass: { images: [{ format: "jpeg" }] },
    fail: { images: [{ format: "webp" }] }
  },
  "ebay.title.length": longest("title", 80),
  "ebay.images.required": { pass: { images: [{}] }, fail: { images: [] } },
  "ebay.images.size": { pass: { images: pictures(1, 500) }, fail: { images: pictures(1, 499) } },
  "ebay.images.count": { pass: { images: pictures(24, 600) }, fail: { images: pictures(25, 600) } },
  "ebay.images.text": {
    pass: { images: many(2, () => ({ textBeside: 0, textWithin: 0 })) },
    fail: { images: [{ textBeside: 0, textWithin: 0 }, { textBeside: 0.05 }] }
  },
  "ebay.images.border": {
    pass: { images: [{ border: false }] },
    fail: { images: [{ border: false }, { border: true }] }
  },
  "ebay.images.stock": {
    pass: { condition: "used", stockPicture: false },
    fail: { condition: "used", stockPicture: true }
  },
  "ebay.images.variation": { pass: { variationImages: 12 }, fail: { variationImages: 13 } },
  "ebay.images.sharp": {
    pass: { images: pictures(1, 1_600) },
    fail: { images: pictures(1, 1_599) }
  },
  "etsy.title.length": longest("title", 140),
  "etsy.title.words": {
    pass: { title: many(14, (i) => `w${i}`).join(" ") },
    fail: { title: many(15, (i) => `w${i}`).join(" ") },
    marked: [" w14"]
  },
  "etsy.title.once": {
    pass: { title: "Mug & plate: 100%" },
    fail: { title: "Mug & plate & bowl" },
    marked: ["&"]
  },
  "etsy.title.characters": {
    pass: { title: "Mug" },
    fail: { title: "Mug for $5 ^^" },
    marked: ["$", "^", "^"]
  },
  "etsy.tags.most": { pass: { tags: many(13, String) }, fail: { tags: many(14, String) } },
  "etsy.tags.all": { pass: { tags: many(13, String) }, fail: { tags: many(12, String) } },
  "etsy.tags.length": {
    pass: { tags: [letters(20)] },
    fail: { tags: [letters(21)] },
    marked: ["A"]
  },
  "etsy.tags.duplicates": {
    pass: { tags: ["mug", "mugs"] },
    fail: { tags: ["mug", "Mug "] },
    marked: ["Mug "]
  },
  "etsy.tags.start": {
    pass: { tags: ["mug"] },
    fail: { tags: ["-mug", "'mug"] },
    marked: ["-", "'"]
  },
  "walmart.title.shortest": {
    pass: { title: letters(50) },
    fail: { title: letters(49) },
    marked: [letters(49)]
  },
  "walmart.title.advised": longest("title", 75),
  "walmart.title.length": longest("title", 200),
  "walmart.features.count": {
    pass: { bullets: many(3, letters) },
    fail: { bullets: many(2, letters) }
  },
  "walmart.images.required": { pass: { images: [{}] }, fail: { images: [] } },
  "walmart.images.advised": {
    pass: { images: many(4, () => ({})) },
    fail: { images: [{}, {}, {}] }
  },
  "mercadolibre.title.page-limit": pageLimit,
  "mercadolibre.title.shipping": {
    pass: { title: "Garrafa térmica Acme X1" },
    fail: { title: "Garrafa térmica frete grátis em 3 parcelas" },
    marked: ["frete grátis", "parcelas"]
  },
  "mercadolibre.title.stock": {
    pass: { title: "Garrafa térmica Acme X1" },
    fail: { title: "Bottle Acme, in stock" },
    marked: ["in stock"]
  },
  "mercadolibre.title.brand": {
    pass: { title: "Garrafa térmica ACME X1", brand: "Acme" },
    fail: { title: "Garrafa térmica", brand: "Acme" },
    marked: ["Garrafa térmica"]
  },
  "mercadolibre.images.text": {
    pass: { images: [{ textBeside: 0, textWithin: 0 }] },
    fail: { images: [{ textBeside: 0.02 }] }
  },
  "tiktok-shop.description.seller": {
    pass: { description: "A fine bottle", seller: "Harbour House" },
    fail: { description: "A bottle by Harbour House", seller: "Harbour House" },
    marked: ["Harbour House"]
  },
  "any.attributes.placeholder": {
    pass: { attributes: [{ name: "Material", value: "Steel" }] },
    fail: { attributes: [{ name: "Material", value: "N/A" }] },
    marked: ["N/A"]
  },
  "any.attributes.few": {
    pass: { attributes: many(3, (i) => ({ name: `a${i}`, value: "b" })) },
    fail: { attributes: many(2, (i) => ({ name: `a${i}`, value: "b" })) }
  },
  "mercadolibre.title.condition": {
    pass: { title: "Botella térmica Acme X1" },
    fail: { title: "Botella térmica nueva" },
    marked: ["nueva"]
  },
  "mercadolibre.title.frozen": { pass: { sold: 0 }, fail: { sold: 3 } },
  "mercadolibre.gtin.required": {
    pass: { condition: "new", gtin: "4006381333931" },
    fail: { condition: "new", gtin: "" }
  },
  "mercadolibre.brand.required": { pass: { brand: "Acme" }, fail: { brand: "" } },
  "mercadolibre.images.advised": {
    pass: { images: pictures(10, 900) },
    fail: { images: pictures(11, 900) }
  },
  "mercadolibre.images.background": {
    pass: { images: [{ whiteEdge: 1 }] },
    fail: { images: [{ whiteEdge: 0.5 }] }
  },
  "mercadolibre.images.zoom": {
    pass: { images: pictures(1, 1_200) },
    fail: { images: pictures(1, 800) }
  },
  "aliexpress.title.length": longest("title", 128),
  "tiktok-shop.description.words": {
    pass: { description: many(30, (i) => `w${i}`).join(" ") },
    fail: { description: "Too short" },
    marked: ["Too short"]
  },
  "tiktok-shop.description.offer": {
    pass: { description: "Steel" },
    fail: { description: "Now 30% off" },
    marked: ["% off"]
  },
  "tiktok-shop.description.url": {
    pass: { description: "Steel" },
    fail: { description: "More at https://shop.example/x" },
    marked: ["https://shop.example/x"]
  },
  "tiktok-shop.description.platforms": {
    pass: { description: "Steel" },
    fail: { description: "Also on Shopee" },
    marked: ["Shopee"]
  },
  "tiktok-shop.description.emoji": {
    pass: { description: "Steel" },
    fail: { description: "Steel 🔥" },
    marked: ["🔥"]
  },
  "tiktok-shop.title.shortest": {
    pass: { title: letters(25) },
    fail: { title: letters(24) },
    marked: [letters(24)]
  },
  "tiktok-shop.title.length": longest("title", 200),
  "tiktok-shop.images.count": {
    pass: { images: pictures(5, 600) },
    fail: { images: pictures(4, 600) }
  },
  "tiktok-shop.images.size": {
    pass: { images: pictures(1, 600) },
    fail: { images: pictures(1, 599) }
  },
  "shopify.title.length": longest("title", 255),
  "shopify.meta-title.length": longest("metaTitle", 70),
  "shopify.meta-title.advised": longest("metaTitle", 60),
  "shopify.meta-description.advised": longest("metaDescription", 159),
  "shopify.meta-description.length": longest("metaDescription", 320),
  "shopify.alt.length": {
    pass: { images: [{ alt: letters(512) }] },
    fail: { images: [{}, { alt: letters(513) }] },
    marked: [letters(513).slice(512)]
  },
  "joom.title.length": longest("title", 150),
  "joom.title.english": {
    pass: { title: "The bottle of steel with a lid for you" },
    fail: { title: "Стальная бутылка" },
    marked: ["Стальная бутылка"]
  },
  "joom.title.sku": {
    pass: { sku: "LAMP-7", title: "Desk lamp" },
    fail: { sku: "LAMP-7", title: "Desk lamp lamp-7" },
    marked: ["lamp-7"]
  },
  "joom.title.repeats": {
    pass: { title: "Desk lamp" },
    fail: { title: "Lamp, desk lamp" },
    marked: ["lamp"]
  },
  "joom.title.caps": {
    pass: { title: "Desk lamp LED", brand: "IKEAS" },
    fail: { title: "DESK lamp STEEL" },
    marked: ["STEEL"]
  },
  "joom.title.sale": {
    pass: { title: "Hotel lamp" },
    fail: { title: "HOT new lamp" },
    marked: ["HOT", "new"]
  },
  "google-merchant.title.length": longest("title", 150),
  "shopee.title.page-limit": pageLimit,
  "lazada.title.page-limit": pageLimit,
  "ozon.title.page-limit": pageLimit,
  "temu.title.page-limit": pageLimit,
  "allegro.title.page-limit": pageLimit,
  "rakuten.title.page-limit": pageLimit,
  "any.gpsr.block": {
    pass: {
      store: "DE",
      shipsFrom: "CN",
      compliance:
        "Manufacturer: Acme Ltd, 5 Harbour Rd, Shenzhen, info@acme.example. EU representative: Rep GmbH, Hafen 7, 20457 Hamburg"
    },
    fail: { store: "DE", shipsFrom: "CN", compliance: "Manufacturer: Acme Ltd, 5 Harbour Rd" }
  },
  "any.duty.us": { pass: { store: "US", shipsFrom: "US" }, fail: { store: "US", shipsFrom: "CN" } },
  "any.duty.eu": { pass: { store: "DE", shipsFrom: "PL" }, fail: { store: "DE", shipsFrom: "CN" } },
  "any.gtin.check-digit": {
    pass: { gtin: "4006381333931" },
    fail: { gtin: "4006381333932" },
    marked: ["4006381333932"]
  },
  "any.texts.pesticide": {
    pass: { title: "Mosquito net" },
    fail: { title: "Net that repels mosquitoes" },
    marked: ["repels mosquitoes"]
  },
  "any.texts.disease": {
    pass: { title: "Curtain" },
    fail: { title: "Pillow that cures insomnia" },
    marked: ["cures", "insomnia"]
  },
  "any.texts.trade-marks": {
    tradeMarks: ["Velcro"],
    pass: { title: "Hook and loop tape" },
    fail: { title: "Velcro tape" },
    marked: ["Velcro"]
  },
  "any.texts.language": {
    pass: { store: "DE", bullets: ["Für die Küche und das Bad mit einem Deckel"] },
    fail: { store: "DE", bullets: ["For the kitchen and the bath with a lid"] },
    marked: ["For the kitchen and the bath with a lid"]
  },
  "any.texts.units": {
    pass: { store: "US", title: "Bottle 25 fl oz (750 ml)" },
    fail: { store: "US", title: "Bottle 750 ml" },
    marked: ["750 ml"]
  },
  "any.texts.sizes": {
    pass: { store: "US", title: "Shoe EU 38 / US 7.5" },
    fail: { store: "US", title: "Shoe EU 38" },
    marked: ["EU 38"]
  },
  "any.price.sanity": {
    pass: { price: eur(900), listPrice: eur(1_200) },
    fail: { price: eur(1_200), listPrice: eur(900) }
  },
  "any.price.position": {
    similarPrices: [eur(900), eur(1_000), eur(1_100)],
    pass: { price: eur(2_000) },
    fail: { price: eur(2_001) }
  },
  "any.reviews.rating": { pass: { rating: 4, reviews: 5 }, fail: { rating: 3.9, reviews: 5 } },
  "any.reviews.one-star": {
    pass: { rating: 4.2, reviews: 40, stars: [0.2, 0, 0, 0.2, 0.6] },
    fail: { rating: 4.2, reviews: 40, stars: [0.21, 0, 0, 0.19, 0.6] }
  }
}
