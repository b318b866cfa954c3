/** Whether it can be had: belongs into the stock field. */
export const availabilityWords = [
  "in stock",
  "out of stock",
  "available now",
  "limited stock",
  "while stocks last",
  "ships today",
  "ready to ship",
  "auf lager",
  "sofort lieferbar",
  "en stock",
  "disponible",
  "stock disponible",
  "disponibile",
  "em estoque",
  "pronta entrega",
  "现货"
] as const

/** New or used: belongs into the condition field. */
export const conditionWords = [
  "brand new",
  "new condition",
  "second hand",
  "pre-owned",
  "used condition",
  "refurbished",
  "neuwertig",
  "gebraucht",
  "neuf",
  "occasion",
  "reconditionné",
  "nuevo",
  "nueva",
  "usado",
  "usada",
  "reacondicionado",
  "nuovo",
  "usato",
  "novo",
  "nova",
  "recondicionado",
  "全新",
  "二手"
] as const

/** Delivery and instalments: belong into the offer. */
export const shippingWords = [
  "free shipping",
  "fast shipping",
  "free delivery",
  "instalments",
  "installments",
  "interest free",
  "envío gratis",
  "envios gratis",
  "envío incluido",
  "cuotas",
  "cuotas sin interés",
  "meses sin intereses",
  "frete grátis",
  "frete gratis",
  "envio imediato",
  "parcelado",
  "parcelas",
  "sem juros",
  "stock",
  "estoque"
] as const
