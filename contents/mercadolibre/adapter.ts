import { composeAdapter } from "../../src/marketplace/compose-adapter"
import { readOrders } from "./orders"
import { selectors } from "./selectors"

const host =
  "^(?:www|myaccount|vendedores|articulo|produto)\\.(?:mercadoli[bv]re)\\.(?:com\\.[a-z]{2}|com|cl)"

/** The sellers' account and the listing pages of every country, in Portuguese and Spanish. */
export const adapter = composeAdapter({
  id: "mercadolibre",
  name: "Mercado Libre",
  pages: [
    [new RegExp(`${host}/(?:ventas|vendas)/[^/]+/detal(?:le|he)`), "order"],
    [new RegExp(`${host}/(?:ventas|vendas)/(?:omni|lista|$)`), "orders"],
    [new RegExp(`${host}/(?:anuncios|publicaciones)(?:/|$)`), "listings"],
    [new RegExp(`${host}/(?:[^?]*/p/|M[A-Z]{2}-?)[A-Z]{0,3}\\d+`), "listing"]
  ],
  loading: selectors.loading,
  orders: readOrders
})
