import { isPostalNumber } from "../domain/postal-number"

export type Entities = {
  orderIds: string[]
  trackingNumbers: string[]
  amounts: string[]
  dates: string[]
  photos: boolean
}

const orderPatterns = [
  /\b\d{3}-\d{7}-\d{7}\b/g,
  /\b\d{2}-\d{5}-\d{5}\b/g,
  /\b[A-Z]{1,4}-?\d{4,12}\b/g,
  /#\s?\d{3,12}\b/g,
  /\b\d{15}\b/g,
  /\b\d{10}\b/g
]
const tracking =
  /\b(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|[A-Z]{4}\d{9,12}|\d{12}|\d{20}|\d{22})\b/g
const amount =
  /(?:[$€£¥₩]|US\$|USD|EUR|GBP|CNY|JPY)\s?\d[\d.,]*\d|\d[\d.,]*\s?(?:[$€£¥₩元円원]|USD|EUR|GBP|euros?|dollars?)/giu
const date =
  /\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\d{1,2}月\d{1,2}[日号]|\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d{1,2}\b/gi
const photo =
  /photo|picture|pics?\b|image|attach|video|foto|bild|anhang|imagen|imagem|immagin|照片|图片|拍照|拍了|发图|视频|写真|画像|動画|사진|영상|صور|فيديو/i

const unique = (values: string[]) => [...new Set(values)].slice(0, 10)

/** Ids, amounts and dates that a message names, as they are written there; at most ten of a kind. */
export function entitiesOf(text: string): Entities {
  const normal = text.normalize("NFKC")
  const trackingNumbers = unique(normal.match(tracking) ?? []).filter(
    (number) => !/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number) || isPostalNumber(number)
  )
  const found = orderPatterns.flatMap((pattern) => normal.match(pattern) ?? [])
  return {
    orderIds: unique(found.map((id) => id.replace(/^#\s?/, ""))).filter(
      (id) => !trackingNumbers.includes(id)
    ),
    trackingNumbers,
    amounts: unique(normal.match(amount) ?? []),
    dates: unique(normal.match(date) ?? []),
    photos: photo.test(normal)
  }
}
