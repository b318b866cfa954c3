import type { Piece } from "../records/pieces"
import { shortCount, shortCountIn } from "./short-count"

const word =
  "(?:sold|verkauft|vendid[oa]s?|vendus?|vendut[ioe]|verkocht|sprzedan[oye]ch?|sprzedano|sålda|satıldı|продано|terjual|đã bán|ขายแล้ว|已售|售出|已賣|点販売|個販売|판매)"
const patterns = [
  new RegExp(
    `(?:^|[|·•(\\s]\\s*)(${shortCount})\\s*(?:pieces? |pcs |件|个|個)?${word}(?!\\p{L})`,
    "iu"
  ),
  new RegExp(`^${word}[:：]?\\s*(${shortCount})$`, "iu")
]
const onlyWord = new RegExp(`^${word}$`, "iu")
const onlyCount = new RegExp(`^(${shortCount})$`, "u")
/** "12K items sold" is the shop's; sales of a month are no total. */
const other = /month|week|monat|mes\b|mois|mese|月|last 24|hours?|seller|shop|store|items sold/iu
const longest = 60

/** Pieces sold so far as the page says beside its product, at least ("500+"); undefined where it does not. */
export function shownSold(pieces: Piece[], locale: string | undefined): number | undefined {
  for (const [i, { text }] of pieces.entries()) {
    if (text.length > longest || other.test(text)) continue
    const next = pieces[i + 1]?.text ?? ""
    const said =
      patterns.map((pattern) => pattern.exec(text)?.[1]).find(Boolean) ??
      (onlyWord.test(next) ? onlyCount.exec(text)?.[1] : undefined)
    const sold = said === undefined ? null : shortCountIn(said, locale)
    if (sold !== null) return sold
  }
  return undefined
}
