import type { PageOrder } from "../../domain/order"
import type { PageMoment } from "../adapter"
import { languageOfPage } from "../page-text"
import { piecesIn } from "./pieces"
import { dateIn } from "./values"

type Shipment = Pick<PageOrder, "carrier" | "trackingNumber" | "shippedAt">

/** What stands before a parcel's number, in the languages of the marketplaces that are read. */
const numberLabel =
  /track|sendungs(?:nummer|nr)|num[ée]ro de suivi|seguimiento|rastre|tracciamento|śledzeni|takip|运单号|快递单号|物流单号|追踪|追蹤|追跡番号|お問い?合わ?せ(?:伝票)?番号|伝票番号|송장|운송장|تتبع/i
/** UPS, postal items (UPU S10), and the long numbers of the others. */
const parcelNumber =
  /(?<![\p{L}\p{N}-])(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|[A-Z]{1,5}\d{8,20}|\d{10,30})(?![\p{L}\p{N}-])/u
const carrierLabel =
  /^(?:carrier|courier|shipped (?:with|via|by)|versanddienst\p{L}*|zusteller|transporteur|transportista|transportadora|corriere|快递公司|物流公司|承运商|配送業者|配送会社|택배사|شركة الشحن)\s*[:：]?\s*/iu
const carriers =
  /\b(?:DHL(?: Express| eCommerce)?|Deutsche Post|UPS|FedEx|USPS|GLS|DPD|Hermes|Evri|Royal Mail|Colissimo|La Poste|Chronopost|Mondial Relay|Correos|SEUR|MRW|CTT|Correios|Poste Italiane|BRT|PostNL|bpost|PostNord|InPost|Swiss Post|Canada Post|Australia Post|Purolator|OnTrac|Aramex|SF Express|EMS|China Post|4PX|Yanwen|YunExpress|Cainiao|J&T|Ninja Van|SpeedPAK|Amazon Logistics|Japan Post)\b|日本郵便|ヤマト運輸|佐川急便|顺丰|圆通|中通|申通|韵达|CJ대한통운|우체국/iu
const shippedLabel =
  /^(?:ship(?:ped|ping)?(?: date| on)?|dispatched(?: on)?|date shipped|versandt am|versanddatum|verschickt am|exp[ée]di[ée]e? le|date d'exp[ée]dition|enviado el|fecha de env[ií]o|enviado em|data de envio|spedito il|data di spedizione|发货时间|发货日期|發貨時間|発送日|出荷日|발송일|출고일|تاريخ الشحن)\s*[:：]?\s*/iu

/** At most this many lines are looked at. */
const most = 3_000

/**
 * The parcel of an order's page: a number that stands under its label, or behind it, the carrier under its label or
 * beside the number, and the day it was sent. A page with several numbers tells of several parcels; then nothing is taken.
 */
export function shipmentIn(doc: Document, moment: PageMoment): Shipment {
  const pieces = piecesIn(doc.body, most)
  const hints = { locale: languageOfPage(doc), ...moment }
  const numbers = new Set<string>()
  const found: Shipment = {}
  pieces.forEach((piece, i) => {
    const [line, next] = [piece.text, pieces[i + 1]?.text ?? ""]
    const behind = (label: RegExp) => line.replace(label, "") || next
    if (line.length > 160) return
    if (numberLabel.test(line)) {
      const number = parcelNumber.exec(line) ?? (next.length <= 80 ? parcelNumber.exec(next) : null)
      if (!number) return
      numbers.add(number[0])
      const beside = carriers.exec(`${pieces[i - 1]?.text ?? ""} ${line} ${next}`)?.[0]
      if (beside) found.carrier ??= beside
    } else if (carrierLabel.test(line)) {
      const said = behind(carrierLabel)
      if (said.length <= 40) found.carrier = carriers.exec(said)?.[0] ?? said
    } else if (shippedLabel.test(line)) {
      const text = behind(shippedLabel)
      const at = text.length <= 60 ? dateIn({ ...piece, text }, hints, null) : null
      if (at !== null && at <= moment.now) found.shippedAt = at
    }
  })
  const [trackingNumber] = numbers
  if (numbers.size > 1) return {}
  return { ...found, ...(trackingNumber && { trackingNumber }) }
}
