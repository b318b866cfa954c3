import type { OrderStatus } from "../domain/order-status"

/** Beginnings of the words that marketplaces write in a status, by what they mean to us; longer ones first where one begins another. */
const words: [OrderStatus, string[]][] = [
  [
    "refunded",
    "refund|returned|rembours|erstattet|reembols|devolvid|devuelt|devolu|retur|已退款|退货|退款|dikembalikan|返品|返金".split(
      "|"
    )
  ],
  [
    "cancelled",
    "cancel|void|storn|annul|abgebrochen|venda cancelada|venta cancelada|batal|dibatalkan|已取消|取消|キャンセル".split(
      "|"
    )
  ],
  ["failed", "fail|expired|payment error|abandon|unsuccess|失败|gagal".split("|")],
  [
    "delivered",
    "deliver|complet|entreg|zugestellt|geliefert|livr|selesai|consegnat|已签收|已送达|已完成|完成|配達".split(
      "|"
    )
  ],
  [
    "shipped",
    "shipped|fulfilled|dispatched|in transit|sent|a caminho|en camino|enviad|versandt|versendet|expédi|spedit|dikirim|sedang dikirim|已发货|运输中|発送済|発送".split(
      "|"
    )
  ],
  [
    "pending",
    "pending|unpaid|awaiting payment|to pay|authorized|on hold|draft|belum bayar|menunggu|pagamento pendente|待付款|未付款|ausstehend|en attente|pendiente".split(
      "|"
    )
  ],
  [
    "paid",
    "paid|unshipped|processing|awaiting shipment|to ship|ready|acknowledged|created|packed|etiqueta|pronto|lista para|perlu dikirim|siap dikirim|bezahlt|payé|pagad|pago|待发货|待处理|已付款|已支付".split(
      "|"
    )
  ]
]

const known = new Map<string, OrderStatus>()

function read(text: string): OrderStatus {
  for (const [status, beginnings] of words) {
    if (beginnings.some((word) => text.startsWith(word))) return status
  }
  for (const [status, beginnings] of words) {
    if (beginnings.some((word) => text.includes(word))) return status
  }
  return "unknown"
}

/** What a marketplace's status text means, in any of the languages that we know; "unknown" else. */
export function statusOf(raw: string): OrderStatus {
  const text = raw.trim().toLowerCase()
  if (text === "") return "unknown"
  let status = known.get(text)
  if (!status) {
    status = /^un(?:shipped|fulfilled)|^not shipped|^partially/.test(text) ? "paid" : read(text)
    if (known.size > 2_000) known.clear()
    known.set(text, status)
  }
  return status
}
