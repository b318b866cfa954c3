const orderLink =
  /\/(?:orders?|sales?|bestellung(?:en)?|commandes?|pedidos?|vendas|ventas|ordini|zamowienia|zakaz)\/(?:view\/|details?\/|edit\/|manage\/|order_id\/)*([A-Za-z0-9_-]*\d[A-Za-z0-9_-]*)|(?:[?&](?:order_?id|orderid|order|order_sn|order_no|id_order)|order[\w-]*(?:\.\w+)?\?(?:[^#]*&)?id)=([A-Za-z0-9_-]*\d[A-Za-z0-9_-]*)/i

/** The order's number in the address of its own page; undefined in any other address. */
export function orderInLink(href: string): string | undefined {
  const found = orderLink.exec(href)
  return found?.[1] ?? found?.[2]
}
