import type { Format } from "../format"

/** "Vendas BR": header in row 6, currency in the headers, a row that only announces a package of several products. */
export const mercadolibreOrders: Format = {
  id: "mercadolibre-orders",
  marketplace: "mercadolibre",
  kind: "lines",
  signature: ["nodevenda", "datadavenda", "estado", "unidades"],
  columns: {
    order: ["nodevenda"],
    at: ["datadavenda"],
    sku: ["sku", "deanuncio", "deanúncio"],
    title: ["títulodoanúncio"],
    quantity: ["unidades"],
    unitPrice: ["preçounitáriodevendadoanúncio", "preçounitáriodevendadoanúnciobrl"],
    status: ["estado"],
    buyerName: ["comprador"],
    country: ["país"]
  },
  fixed: { language: "pt" },
  notData: (row) => (/^pacote de \d+ produtos/i.test(row.cell("estado")) ? "summary" : undefined)
}
