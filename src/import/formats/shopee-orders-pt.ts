import type { Format } from "../format"

/** Shopee's order export in Brazilian Portuguese. */
export const shopeeOrdersPt: Format = {
  id: "shopee-orders-pt",
  marketplace: "shopee",
  kind: "lines",
  signature: ["iddopedido", "statusdopedido", "númerodereferênciasku"],
  columns: {
    order: ["iddopedido"],
    at: ["datadecriaçãodopedido", "horadopagamentodopedido"],
    sku: ["númerodereferênciasku", "nºdereferênciadoskuprincipal"],
    title: ["nomedoproduto"],
    quantity: ["quantidade"],
    unitPrice: ["preçoacordado", "preçooriginal"],
    status: ["statusdopedido"],
    buyerId: ["nomedeusuáriocomprador"],
    buyerName: ["nomedodestinatário"],
    buyerPhone: ["telefone"],
    buyerAddress: ["endereçodeentrega"]
  },
  fixed: { language: "pt" }
}
