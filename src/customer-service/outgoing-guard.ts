import { type Order, orderTime } from "../domain/order"
import type { DraftFinding, FindingCode } from "../domain/reply"
import { foldText } from "../features/fold-text"
import { sentencesOf } from "../features/sentences"
import { entitiesOf } from "./entities"
import { blankMark, factsOf } from "./fill-macro"

/** Marketplaces that forbid links and contact data in messages (MARKET.md §c2, as of 2026-11-23). */
const strict = /^(amazon|ebay|etsy|walmart|shopee|lazada|tiktok|aliexpress|temu|mercadolibre)$/

const link = /\b(?:https?:\/\/|www\.)\S+/i
const mail = /[\w.+-]+@[\w-]+\.[\w.]+/
const phone = /(?<![\d-])\+?\d[\d\s().-]{8,}\d(?![\d-])/
const review =
  /(5|five|5-)[ -]?(star|stern|etoile|estrella|estrela|stell)|(positive|good|gute|positiv\w*|bonne?|buena|boa|buona) (review|feedback|rating|bewertung|note|avis|resena|opinion|valoracion|avaliacao|recensione)|五星|好评|星5|高評価|良いレビュー|별 ?다섯|좋은 (후기|리뷰)|خمس نجوم|تقييم (ايجابي|جيد|إيجابي)/u
const shipped =
  /\b(was|has been|have|is|been|already) (already )?(sent|shipped|dispatched|posted)|\b(verschickt|versandt|versendet|abgeschickt)\b|\bexpediee?\b|\b(est|a ete) (partie?|envoyee?)|\b(se envio|enviado|enviamos|salio)\b|\b(spedito|inviato|partito)\b|\b(foi enviado|saiu|despachado)\b|已(于|经|發|发)|发出了|发货了|寄出|発送(しました|済)|발송(되었|했|됐)|تم (ارسال|الارسال|إرسال|الشحن|شحن)|أرسل الطلب/u
const refunded =
  /\b(was|has been|have|is|been) (already )?refunded|\berstattet worden|wurde (bereits )?erstattet|a ete rembourse|(fue|ha sido) reembolsado|e stato rimborsato|foi reembolsado|已退款|返金(しました|済)|환불(되었|했|완료)|تم (رد|استرداد) المبلغ/u
const negated =
  /\b(not|n't|isn't|never|nicht|noch|pas|aun no|no ha|todavia|non|ancora|nao|ainda)\b|尚未|还没|未发|まだ|아직|لم |بعد/u
const away =
  /out of (the )?office|office hours|on vacation|we are away|automatic (reply|response)|abwesen|oeffnungszeiten|offnungszeiten|horaires d'ouverture|reponse automatique|respuesta automatica|risposta automatica|resposta automatica|自动回复|休假|自動返信|休業|자동 ?응답|رد تلقائي/u

export type DraftContext = {
  marketplace: string
  order?: Order
  /** BCP 47 of the buyer's message and of the draft, where the browser knows. */
  buyerLanguage?: string
  draftLanguage?: string
  /** The buyer waits for no answer: what is written now is the seller's own idea. */
  unasked?: boolean
  /** Epoch ms. */
  now?: number
}

/** Amazon lets sellers write unasked until 30 days after the order is complete (MARKET.md §c2, as of 2026-11-23). */
const amazonWindow = 30 * 86_400_000

function isWindowClosed({ marketplace, order, unasked, now }: DraftContext): boolean {
  if (marketplace !== "amazon" || !unasked || !order || now === undefined) return false
  return now - (order.updatedAt ?? orderTime(order)) > amazonWindow
}

const finding = (code: FindingCode, weight: DraftFinding["weight"], words = ""): DraftFinding => ({
  code,
  weight,
  words: words.slice(0, 80)
})

function ruleFindings(text: string, folded: string, marketplace: string): DraftFinding[] {
  const weight = strict.test(marketplace) ? "stop" : "check"
  const outside = link.exec(text)?.[0]
  const contact =
    mail.exec(text)?.[0] ?? phone.exec(text.replace(/\b\d{3}-\d{7}-\d{7}\b/g, ""))?.[0]
  const praise = review.exec(folded)?.[0]
  const absent = away.exec(folded)?.[0]
  return [
    ...(outside ? [finding("outside-link", weight, outside)] : []),
    ...(contact ? [finding("contact-data", weight, contact)] : []),
    ...(praise ? [finding("review-pressure", weight, praise)] : []),
    ...(absent ? [finding("auto-reply", "check", absent)] : [])
  ]
}

const digits = (text: string) => text.replace(/\D/g, "")

function factFindings(text: string, order: Order): DraftFinding[] {
  const says = (pattern: RegExp) =>
    sentencesOf(text).find((one) => pattern.test(foldText(one)) && !negated.test(foldText(one)))
  const found: DraftFinding[] = []
  const saysShipped = says(shipped)
  const unsent = order.status === "pending" || order.status === "paid"
  if (saysShipped && (unsent || order.status === "cancelled")) {
    found.push(finding("says-shipped", "stop", saysShipped))
  }
  const saysRefunded = says(refunded)
  if (saysRefunded && order.status !== "refunded") {
    found.push(finding("says-refunded", "stop", saysRefunded))
  }
  const { orderIds, amounts } = entitiesOf(text)
  const alien = orderIds.find((id) => id !== order.nativeId.replace(/^#/, "") && /\D/.test(id))
  if (alien) found.push(finding("other-order", "stop", alien))
  const facts = factsOf(order, "en")
  const prices = (order.items ?? []).map(({ unitPrice }) => unitPrice?.minor)
  const knownAmounts = [facts.amount, facts.shipping, ...prices.map(String)]
    .filter((one) => one !== undefined)
    .map(digits)
  const strange = amounts.find((amount) => {
    const value = digits(amount)
    return !knownAmounts.some((one) => one === value || one === `${value}00`)
  })
  if (strange && order.total) found.push(finding("other-amount", "check", strange))
  return found
}

/** What is wrong, or may be wrong, with a text that the seller is about to send. */
export function checkDraft(text: string, context: DraftContext): DraftFinding[] {
  const folded = foldText(text)
  const { order, marketplace, buyerLanguage, draftLanguage } = context
  const known = order ? Object.values(factsOf(order, draftLanguage ?? "en")) : []
  // the day an order was placed or sent is no promise
  const promised = entitiesOf(text).dates.find((date) => !known.some((fact) => fact.includes(date)))
  const language = (tag: string | undefined) => tag?.toLowerCase().split("-")[0]
  const differs =
    buyerLanguage && draftLanguage && language(buyerLanguage) !== language(draftLanguage)
  return [
    ...(text.includes(blankMark) ? [finding("blank-left", "stop", blankMark)] : []),
    ...ruleFindings(text, folded, marketplace),
    ...(order ? factFindings(text, order) : []),
    ...(isWindowClosed(context) ? [finding("window-closed", "stop")] : []),
    ...(promised ? [finding("promised-date", "check", promised)] : []),
    ...(differs ? [finding("other-language", "check", draftLanguage)] : [])
  ]
}
