/** Reviews and quotes in the copy. */
export const reviewWords = [
  "customer review",
  "customer reviews",
  "5-star",
  "5 star",
  "five star",
  "five-star",
  "customers say",
  "rated by",
  "testimonial",
  "kundenbewertung",
  "kundenbewertungen",
  "5 sterne",
  "avis clients",
  "5 étoiles",
  "opiniones de clientes",
  "5 estrellas",
  "好评"
] as const

/** Refunds and satisfaction belong into the shop's policy. */
export const guaranteeWords = [
  "full refund",
  "if not satisfied",
  "not satisfied",
  "money back",
  "money-back",
  "satisfaction guarantee",
  "satisfaction guaranteed",
  "100% satisfaction",
  "guaranteed refund",
  "lifetime guarantee",
  "refund guarantee",
  "geld zurück",
  "geld-zurück",
  "zufriedenheitsgarantie",
  "satisfait ou remboursé",
  "remboursement intégral",
  "devolución garantizada",
  "reembolso completo",
  "soddisfatti o rimborsati",
  "reembolso total",
  "全额退款",
  "不满意"
] as const

/** Text that was meant to be written later. */
export const placeholderWords = [
  "n/a",
  "tbd",
  "copy pending",
  "to be determined",
  "to be added",
  "coming soon",
  "lorem ipsum",
  "not applicable"
] as const
