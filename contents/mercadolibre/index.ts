import type { PlasmoCSConfig } from "plasmo"
import { collect } from "../../src/marketplace/collect"
import { adapter } from "./adapter"

export const config: PlasmoCSConfig = {
  matches: [
    "https://www.mercadolibre.com.ar/*",
    "https://articulo.mercadolibre.com.ar/*",
    "https://www.mercadolibre.com.mx/*",
    "https://articulo.mercadolibre.com.mx/*",
    "https://www.mercadolibre.com.co/*",
    "https://articulo.mercadolibre.com.co/*",
    "https://www.mercadolibre.com.pe/*",
    "https://articulo.mercadolibre.com.pe/*",
    "https://www.mercadolibre.com.uy/*",
    "https://articulo.mercadolibre.com.uy/*",
    "https://www.mercadolibre.com.ve/*",
    "https://articulo.mercadolibre.com.ve/*",
    "https://www.mercadolibre.com.ec/*",
    "https://articulo.mercadolibre.com.ec/*",
    "https://www.mercadolibre.com.bo/*",
    "https://articulo.mercadolibre.com.bo/*",
    "https://www.mercadolibre.com.py/*",
    "https://articulo.mercadolibre.com.py/*",
    "https://www.mercadolibre.com.cr/*",
    "https://articulo.mercadolibre.com.cr/*",
    "https://www.mercadolibre.com.do/*",
    "https://articulo.mercadolibre.com.do/*",
    "https://www.mercadolibre.com.gt/*",
    "https://articulo.mercadolibre.com.gt/*",
    "https://www.mercadolibre.com.hn/*",
    "https://articulo.mercadolibre.com.hn/*",
    "https://www.mercadolibre.com.ni/*",
    "https://articulo.mercadolibre.com.ni/*",
    "https://www.mercadolibre.com.pa/*",
    "https://articulo.mercadolibre.com.pa/*",
    "https://www.mercadolibre.com.sv/*",
    "https://articulo.mercadolibre.com.sv/*",
    "https://www.mercadolibre.cl/*",
    "https://articulo.mercadolibre.cl/*",
    "https://www.mercadolivre.com.br/*",
    "https://produto.mercadolivre.com.br/*"
  ],
  run_at: "document_idle"
}

collect(adapter)
