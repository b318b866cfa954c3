import type { Piece } from "../records/pieces"
import { shortCount, shortCountIn } from "./short-count"

const scale =
  /(?<![\d.,])([0-5](?:[.,]\d{1,2})?)\s?(?:out of|von|de|sur|su|van|av|af|z|od|из|\/)\s?5(?:[.,]0)?(?![\d.,%])|5つ星のうち\s?([0-5](?:\.\d)?)/iu
const alone = /^[(★⭐☆\s]*([0-5][.,]\d{1,2})[)★⭐☆\s]*(?:$|(?=[(（·|]))/u
const word =
  "(?:reviews?|ratings?|(?:sterne)?bewertung(?:en)?|rezension(?:en)?|avis|évaluations?|opini[oó]n(?:es)?|reseñas?|valoracion(?:es)?|calificacion(?:es)?|avaliaç(?:ões|ão)|recension[ei]|valutazion[ei]|beoordeling(?:en)?|opinii|ocen[ay]?|omdömen|anmeldelser|değerlendirme|отзыв(?:ов|а)?|件のレビュー|件の評価|レビュー|评价|評價|评论|리뷰|ulasan|penilaian|đánh giá|รีวิว|חוות דעת)"
const counted = new RegExp(`(${shortCount})\\s*(?:\\p{L}+ ){0,2}${word}(?!\\p{L})`, "iu")
const named = new RegExp(`${word}\\s*[:：]?\\s*(${shortCount})`, "iu")
const onlyWord = new RegExp(`^${word}$`, "iu")
const onlyCount = new RegExp(`^[(（]?(${shortCount})[)）]?$`, "u")
const inBrackets = new RegExp(`^[(（](${shortCount})[)）]$`, "u")
/** A shop's own rating is none of the product. */
const ofShop =
  /seller|shop|store|vendedor|tienda|sold by|verkäufer|händler|boutique|vendeur|venditore|feedback|店铺|店舗/iu
const longest = 80
/** A number that stands alone is a rating only if reviews are counted so near to it, in this order. */
const around = [0, 1, 2, 3, 4, -1]

type Rated = { rating?: number; reviews?: number }

const ratingIn = (text: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(text)
  const said = found?.[1] ?? found?.[2]
  return said === undefined ? undefined : Number(said.replace(",", "."))
}

/**
 * Reviews counted in the piece at `i`, or in it and the word behind it ("1.2k" | "Ratings"); a bare number in brackets
 * counts them only `step` pieces behind a rating.
 */
function reviewsAt(
  pieces: Piece[],
  i: number,
  step: number,
  locale: string | undefined
): number | undefined {
  const text = pieces[i]?.text ?? ""
  if (text.length > longest) return undefined
  const isSplit = onlyWord.test(pieces[i + 1]?.text ?? "")
  const said =
    counted.exec(text)?.[1] ??
    named.exec(text)?.[1] ??
    (isSplit ? onlyCount.exec(text)?.[1] : undefined) ??
    (step > 0 ? inBrackets.exec(text)?.[1] : undefined)
  return said === undefined ? undefined : (shortCountIn(said, locale) ?? undefined)
}

/** Widgets of review services keep the numbers in attributes (Judge.me, Loox, Yotpo, Stamped). */
function markedRating(top: Element): Rated {
  const widget = top.querySelector("[data-average-rating], [data-rating][data-raters]")
  const number = (...names: string[]) => {
    const said = names.map((name) => widget?.getAttribute(name)).find(Boolean)
    return said && /^\d+(?:\.\d+)?$/.test(said) ? Number(said) : undefined
  }
  const rating = number("data-average-rating", "data-rating")
  const reviews = number("data-number-of-reviews", "data-raters")
  if (rating === undefined || rating > 5 || !Number.isInteger(reviews)) return {}
  return { rating, ...(reviews !== undefined && { reviews }) }
}

/** The mean of 5 and the number of reviews as a page shows them beside its product; empty where it shows none. */
export function shownRating(
  { top, pieces }: { top: Element; pieces: Piece[] },
  locale: string | undefined
): Rated {
  const marked = markedRating(top)
  if (marked.rating !== undefined) return marked
  const isOfShop = (i: number) =>
    [i - 2, i - 1, i].some((at) => ofShop.test(pieces[at]?.text.slice(0, longest) ?? ""))
  for (const [i, { text }] of pieces.entries()) {
    if (text.length > longest || isOfShop(i)) continue
    const said = ratingIn(text, scale)
    const rating = said ?? ratingIn(text, alone)
    // "4.6" | "/5" | "(1.2K)"
    const isScaled = said !== undefined || /^\/\s?5$/.test(pieces[i + 1]?.text ?? "")
    if (rating === undefined || rating === 0) continue
    const reviews = around.map((step) => reviewsAt(pieces, i + step, step, locale)).find(Boolean)
    if (reviews) return { rating, reviews }
    if (isScaled) return { rating }
  }
  const counts = pieces.map((_, i) => (isOfShop(i) ? undefined : reviewsAt(pieces, i, 0, locale)))
  const reviews = counts.find(Boolean)
  return reviews === undefined ? {} : { reviews }
}
