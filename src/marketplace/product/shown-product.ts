import type { Money } from "../../domain/money"
import { amountsIn } from "../money-text"
import type { PageHints } from "../page-hints"
import { isWithinHidden, textOf } from "../page-text"
import { joinClocks } from "../records/clocks"
import { nameOf } from "../records/element-name"
import type { Field } from "../records/fields"
import { signatureOf } from "../records/grids"
import { withLabels } from "../records/labelled"
import { meaningOf } from "../records/labels"
import { type Piece, piecesIn } from "../records/pieces"
import { moneyIn, skuIn, stockIn } from "../records/values"
import type { ProductFacts } from "./facts"

const cartWords =
  /add to (?:cart|bag|basket|trolley)|buy (?:it )?now|in den (?:warenkorb|einkaufswagen)|(?:jetzt|sofort).?kaufen|ajouter au panier|acheter|añadir (?:al carrito|a la cesta)|agregar al carrito|comprar|adicionar ao carrinho|aggiungi al carrello|acquista|in winkelwagen|toevoegen aan winkelwagen|dodaj do koszyka|kup teraz|sepete ekle|hemen al|lägg i (?:varukorg|kundvagn)|læg i kurv|do košíku|koupit|в корзину|купить|カートに(?:入れる|追加)|今すぐ買う|購入|加入购物车|立即购买|加入購物車|立即購買|장바구니|구매하기|바로구매|أضف إلى (?:السلة|العربة|عربة)|اشتر الآن|keranjang|beli sekarang|thêm vào giỏ|mua ngay|הוסף לעגלה|קנה עכשיו|หยิบใส่ตะกร้า|เพิ่มลง|ซื้อ/i

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** The heading that says what the page's own title says; a page's first h1 is often a dialog's. */
export function mainHeading(doc: Document): Element | null {
  const title = words(doc.title ?? "")
  let best: Element | null = null
  let most = 0
  for (const heading of Array.from(
    doc.querySelectorAll('h1, [role="heading"][aria-level="1"], [itemprop="name"]:is(h2,h3)')
  ).slice(0, 20)) {
    if (isWithinHidden(heading)) continue
    const own = [...words(textOf(heading))]
    if (own.length === 0) continue
    const share =
      own.filter((word) => title.has(word)).length / own.length +
      (heading.nodeName === "H1" ? 0.1 : 0)
    if (share > most) {
      best = heading
      most = share
    }
  }
  return most >= 0.4 || title.size === 0 ? best : null
}

function hasCart(doc: Document): boolean {
  const buttons = doc.querySelectorAll(
    'button, input[type="submit"], input[type="button"], [role="button"], a[class*="cart" i], a[class*="buy" i]'
  )
  return Array.from(buttons)
    .slice(0, 400)
    .some((button) => {
      const label = button.getAttribute("aria-label") ?? button.getAttribute("value") ?? ""
      return cartWords.test(`${label} ${(button.textContent ?? "").slice(0, 80)}`)
    })
}

const notThePrice =
  /\b(?:save|you save|ahorre|shipping|delivery|per|from|month|mo|installments?|deposit|tax|points?|cashback|off|coupon|voucher|versand|sparen|rate|livraison|économisez|mois|envío|ahorra|mes|cuotas|frete|parcelas?|x de|sem juros|spedizione|risparmi|payments?|taksit|rate da|cuotas de|ex vat|excl vat|ex tax|exkl|netto|ohne mwst|hors taxes?|sin iva|ab)\b|\/\s?(?:\d|kg|g|ml|l|oz|lb|100|month|mo|unit)|送料|配送|邮费|运费|税|%/iu

const range = /^([^\d]*\d[\d.,٬٫ ]*)\s?[-–—~〜～]\s?\D{0,4}\d[\d.,]*\D*$/

/** One amount, or the lower end of a range. A sign that was lost in saving is left out. */
function amountIn(said: string, hints: PageHints): Money | null {
  const text = said.replace(/^[?\ufffd]\s?(?=\d)/, "")
  return moneyIn(text, hints) ?? moneyIn(range.exec(text)?.[1]?.trim() ?? "", hints)
}

const holdsOffer = (element: Element) =>
  element.querySelector("a[href], img") !== null &&
  /\p{Sc}\s?\d|\d\s?\p{Sc}/u.test((element.textContent ?? "").slice(0, 3_000))

const inCards = new WeakMap<Element, boolean>()

/** Whether an amount belongs to one of several alike cards, such as recommended products. */
export function isInCard(element: Element, top: Element): boolean {
  let found = inCards.get(element)
  if (found === undefined) {
    found = liesInCard(element, top)
    // a wider look around can only find more
    if (found) inCards.set(element, found)
  }
  return found
}

function liesInCard(element: Element, top: Element): boolean {
  for (let at: Element = element; at !== top && at.parentElement; at = at.parentElement) {
    if (!holdsOffer(at)) continue
    const signature = signatureOf(at)
    const alike = Array.from(at.parentElement.children).filter(
      (one) => signatureOf(one) === signature
    )
    if (alike.length >= 3 && alike.slice(0, 5).filter(holdsOffer).length >= 3) return true
  }
  return false
}

const beforeWords =
  /^(?:was|before|rrp|statt|vorher|uvp|avant|antes|prima|eski(?: fiyat)?|前|原价|原價)\b[:：]?\s/iu
const priceWords =
  /^(?:now|only|just|was|before|rrp|jetzt|nur|statt|vorher|uvp|maintenant|avant|ahora|antes|ora|prima|agora|şimdi|eski(?: fiyat)?|现价|原价)[:：]?\s+(?=\D{0,4}\d)/iu

type Prices = { price?: Money; listPrice?: Money }

/** The first amount that is named a price, else the first that is no other kind of amount; struck ones are the list price. */
function pricesIn(pieces: Piece[], top: Element, hints: PageHints): Prices {
  let struck: Money | undefined
  let unnamed: Money | undefined
  const unsigned = { ...hints, currency: undefined }
  for (const [i, said] of pieces.entries()) {
    if (said.text.length > 60 || notThePrice.test(said.text)) continue
    const was = beforeWords.test(said.text)
    const piece = { ...said, struck: said.struck || was, text: said.text.replace(priceWords, "") }
    const money = amountIn(piece.text, hints)
    if (!money || money.minor <= 0 || isInCard(piece.element, top)) continue
    const label =
      /^([^\d:：\p{Sc}]{2,30}?)\s*[:：]?\s*\p{Sc}?\s?\d/u.exec(piece.text)?.[1] ??
      /([^\d:：]{2,30})[:：]$/u.exec(pieces[i - 1]?.text ?? "")?.[1]?.trim()
    const field = (label && meaningOf(label)?.field) ?? nameOf(piece.element, top)
    if (field && ["shippingPrice", "tax", "discount", "fee"].includes(field)) continue
    if (piece.struck || field === "listPrice") struck ??= money
    else if (field === "price" || field === "total") {
      return { price: money, ...(struck && struck.minor > money.minor && { listPrice: struck }) }
    }
    // a page that has one currency makes an amount of any number: without a name it must look like one
    else if (/\d[.,]\d\d(?!\d)/.test(piece.text) || moneyIn(piece.text, unsigned)) unnamed ??= money
  }
  return unnamed
    ? { price: unnamed, ...(struck && struck.minor > unnamed.minor && { listPrice: struck }) }
    : {}
}

function struckAfter(pieces: Piece[], price: Money, hints: PageHints): Money | undefined {
  const at = pieces.findIndex(
    ({ text, struck }) => !struck && moneyIn(text, hints)?.minor === price.minor
  )
  for (const piece of pieces.slice(at + 1, at + 6)) {
    const money = piece.struck ? moneyIn(piece.text, hints) : null
    if (money && money.minor > price.minor) return money
  }
  return undefined
}

/** `amounts`: every amount near the heading, to check what structured data says. */
export type ShownProduct = ProductFacts & { canBuy: boolean; amounts: Money[] }

const leftInStock =
  /(?:only|nur noch|plus que|reste que|solo quedan?|quedan?|restam|rimast[io]|nog|tylko|sadece|son)\s+(\d{1,5})\b|(\d{1,5})\s*(?:left|in stock|available|auf lager|vorrätig|en stock|disponibles?|disponíveis|disponibili|op voorraad|dostępnych|stokta|adet kaldı|på lager|i lager|в наличии|点在庫|件有货|件庫存|개 남음)/iu
const vagueStock =
  /more than|mehr als|über|plus de|más de|mais de|più di|\+|>|sold|verkauft|days?|tage/i

/** What stands beside the name under a label ("Product code: WSB-L-02") or in a phrase ("Only 3 left in stock"). */
function labelledFacts(pieces: Piece[], top: Element, hints: PageHints): ProductFacts {
  const isOwn = (piece: Piece) => !isInCard(piece.element, top)
  const said = withLabels(joinClocks(pieces))
  const of = (field: Field) =>
    said.find(({ label, piece }) => label?.field === field && label.score >= 0.9 && isOwn(piece))
      ?.text
  const sku = skuIn(of("sku") ?? "")
  const gtin = /^\d{8,14}$/.exec(of("gtin") ?? "")?.[0]
  const told = pieces.find(
    (piece) =>
      piece.text.length <= 60 &&
      leftInStock.test(piece.text) &&
      !vagueStock.test(piece.text) &&
      isOwn(piece)
  )
  const phrase = told && leftInStock.exec(told.text)
  const left = phrase?.[1] ?? phrase?.[2]
  const counted = /^\d[\d.,]*(?:\s?\p{L}{1,12}\.?)?$/u.exec(of("stock") ?? "")?.[0]
  const available =
    stockIn(counted ?? "", hints.locale)?.available ?? (left ? Number(left) : undefined)
  return {
    ...(sku && /\d/.test(sku) && { sku }),
    ...(gtin && { gtin }),
    ...(available !== undefined && { available })
  }
}

/** What a product page shows a person: its heading and the price beside it. Null where no heading is the product's name. */
export function shownProduct(doc: Document, hints: PageHints): ShownProduct | null {
  const heading = mainHeading(doc)
  if (!heading) return null
  const title = textOf(heading)
  if (!title || title.length > 1_000) return null
  const canBuy = hasCart(doc)
  let top: Element = heading
  for (let up = 0; up < 7 && top.parentElement && top !== doc.body; up++) {
    top = top.parentElement
    const pieces = piecesIn(top, 1_500)
    const from = pieces.findIndex(({ element }) => heading.contains(element))
    const after = pieces.slice(Math.max(0, from + 1), from + 200)
    const prices = pricesIn(after, top, hints)
    if (!prices.price) continue
    const listPrice = prices.listPrice ?? struckAfter(after, prices.price, hints)
    const amounts = after.flatMap(({ text }) => amountsIn(text, hints))
    const labels = labelledFacts(after, top, hints)
    return {
      ...labels,
      title,
      canBuy,
      amounts,
      price: prices.price,
      ...(listPrice && { listPrice })
    }
  }
  return { title, canBuy, amounts: [] }
}
