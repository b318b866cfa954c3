import type { Format } from "../format"

/** The sales report of the Spanish-speaking countries. */
export const mercadolibreOrdersEs: Format = {
  id: "mercadolibre-orders-es",
  marketplace: "mercadolibre",
  kind: "lines",
  signature: ["deventa", "fechadeventa", "estado", "unidades"],
  columns: {
    order: ["deventa"],
    at: ["fechadeventa"],
    sku: ["sku", "depublicación"],
    title: ["títulodelapublicación"],
    quantity: ["unidades"],
    unitPrice: ["preciounitariodeventadelapublicación"],
    status: ["estado"],
    country: ["país"]
  },
  fixed: { language: "es" },
  notData: (row) => (/^paquete de \d+ productos/i.test(row.cell("estado")) ? "summary" : undefined)
}
