import type { OrderStatus } from "../../domain/order-status"
import { normalLabel } from "./labels"

/** What marketplaces call the states of an order, in the languages of `fieldWords`. */
const words: Partial<Record<OrderStatus, string>> = {
  draft:
    "draft|entwurf|brouillon|borrador|rascunho|bozza|concept|szkic|taslak|utkast|kladde|koncept|черновик|下書き|草稿|초안|مسودة|draf|bản nháp|ร่าง|adding items|created",
  pending:
    "pending|pending payment|payment pending|awaiting payment|unpaid|on hold|hold|authorized|authorised|payment authorized|awaiting confirmation|arranging payment|incomplete|waiting for payment|not paid|open|ausstehend|wartend|zahlung ausstehend|offen|unbezahlt|en attente|en attente de paiement|impayée|non payé|paiement en attente|pendiente|pendiente de pago|pago pendiente|en espera|sin pagar|no pagado|pendente|aguardando pagamento|pagamento pendente|não pago|em espera|in attesa|in attesa di pagamento|non pagato|in sospeso|in afwachting|wacht op betaling|niet betaald|in de wacht|oczekujące|oczekuje na płatność|nieopłacone|wstrzymane|beklemede|ödeme bekleniyor|ödenmedi|väntande|väntar på betalning|obetald|afventer|afventer betaling|ikke betalt|čeká na platbu|nezaplaceno|čekající|ожидает|ожидает оплаты|не оплачен|в ожидании|保留中|支払い待ち|入金待ち|未払い|未入金|未支払い|待付款|未付款|待支付|未支付|待确认|待確認|尚未付款|결제 대기|입금대기|미결제|보류|대기중|قيد الانتظار|في انتظار الدفع|غير مدفوع|معلق|belum bayar|belum dibayar|menunggu pembayaran|chờ thanh toán|chưa thanh toán|chờ xác nhận|รอชำระเงิน|ยังไม่ชำระ|ממתין",
  paid: "paid|processing|unshipped|unfulfilled|awaiting shipment|awaiting fulfillment|awaiting fulfilment|to ship|ready to ship|ready for shipment|payment settled|payment accepted|confirmed|complete payment|preparing|packed|in progress|partially fulfilled|to process|ship by|shipping overdue|new|placed|received|order received|acknowledged|approved|accepted|authorized and captured|bezahlt|in bearbeitung|versandbereit|nicht versandt|unversandt|nicht ausgeführt|zu versenden|versand ausstehend|zahlung eingegangen|bestätigt|neu|payé|payée|en cours|en cours de traitement|en préparation|à expédier|non expédiée|non expédié|non traité|paiement accepté|prête à expédier|confirmée|nouvelle|pagado|pagada|en proceso|procesando|no enviado|sin enviar|por enviar|pendiente de envío|pago aceptado|preparación en curso|listo para enviar|en preparación|confirmado|nuevo|preparado|pago|paga|processando|em processamento|a enviar|pronto para envio|não enviado|em preparação|aguardando envio|pedido recebido|pagamento aprovado|pagamento confirmado|para enviar|pagato|in lavorazione|da spedire|non spedito|in elaborazione|pagamento accettato|confermato|betaald|in behandeling|te verzenden|niet verzonden|verwerken|bevestigd|opłacone|zapłacone|w realizacji|do wysyłki|do wysłania|niewysłane|w trakcie realizacji|przyjęte|nowe|ödendi|hazırlanıyor|işleniyor|kargoya verilecek|gönderilmedi|onaylandı|yeni|betald|behandlas|att skicka|ej skickad|bearbetas|betalt|behandles|klar til afsendelse|zaplaceno|zpracovává se|k odeslání|nová|přijatá|оплачен|оплачено|в обработке|ожидает отправки|к отправке|не отправлен|обрабатывается|новый|собирается|支払い済み|入金済み|処理中|未発送|発送待ち|出荷待ち|発送準備中|出荷準備中|新規|已付款|已支付|待发货|未发货|处理中|备货中|待出货|待处理|已确认|待發貨|待出貨|未出貨|處理中|備貨中|결제완료|결제 완료|상품준비중|배송준비중|배송 준비중|처리중|신규주문|발송대기|مدفوع|قيد المعالجة|قيد التجهيز|جاهز للشحن|لم يتم الشحن|تم التأكيد|perlu dikirim|sudah dibayar|diproses|dikemas|siap dikirim|chờ lấy hàng|chờ giao hàng|đã thanh toán|đang xử lý|chờ đóng gói|ที่ต้องจัดส่ง|ชำระแล้ว|กำลังดำเนินการ|รอจัดส่ง|שולם|בטיפול",
  shipped:
    "shipped|dispatched|fulfilled|in transit|completed|complete|partially shipped|sent|on the way|out for delivery|handed over|collected|shipped out|versandt|versendet|verschickt|abgeschlossen|unterwegs|in zustellung|erledigt|ausgeführt|teilweise versandt|expédié|expédiée|envoyé|envoyée|en cours de livraison|terminée|terminé|traité|traitée|en transit|enviado|enviada|en camino|completado|completada|preparado y enviado|despachado|en tránsito|em trânsito|a caminho|concluído|concluída|concluido|postado|spedito|spedita|in transito|completato|completata|evaso|in consegna|verzonden|onderweg|afgerond|voltooid|wysłane|wysłano|w drodze|zrealizowane|zakończone|kargoya verildi|kargolandı|gönderildi|yolda|tamamlandı|kargoda|skickad|skickat|slutförd|levereras|afsendt|sendt|gennemført|fuldført|odesláno|odeslaná|vyřízeno|vyřízená|dokončeno|отправлен|отправлено|в пути|выполнен|завершен|доставляется|発送済み|発送済|出荷済み|出荷完了|配送中|完了|已发货|已发出|运输中|配送中|已完成|待收货|已出貨|已發貨|配送中|運送中|배송중|배송 중|발송완료|출고완료|완료|تم الشحن|قيد التوصيل|مكتمل|تم الإرسال|dikirim|selesai|dalam pengiriman|sedang dikirim|đang giao|đang giao hàng|đã gửi|hoàn thành|đang vận chuyển|จัดส่งแล้ว|กำลังจัดส่ง|สำเร็จ|การจัดส่ง|נשלח|הושלם",
  delivered:
    "delivered|received by buyer|zugestellt|geliefert|livré|livrée|distribué|entregado|entregada|entregue|consegnato|consegnata|bezorgd|geleverd|afgeleverd|dostarczone|doręczone|dostarczono|teslim edildi|levererad|levereret|leveret|doručeno|доставлен|доставлено|вручен|получен|配達済み|配達完了|お届け済み|已送达|已签收|已收货|已妥投|已送達|已簽收|배송완료|배송 완료|تم التوصيل|تم التسليم|terkirim|telah diterima|đã giao|đã giao hàng|đã nhận|จัดส่งสำเร็จ|ได้รับแล้ว|נמסר",
  cancelled:
    "cancelled|canceled|cancellation|voided|void|buyer canceled|buyer cancelled|storniert|abgebrochen|stornierung|annulé|annulée|annulation|cancelado|cancelada|anulado|annullato|annullata|cancellato|geannuleerd|anulowane|anulowano|iptal|iptal edildi|avbruten|annulerad|makulerad|annulleret|zrušeno|zrušená|stornováno|отменен|отменён|отменено|аннулирован|キャンセル|キャンセル済み|取消|已取消|交易关闭|已关闭|不成立|취소|취소됨|취소완료|주문취소|ملغي|ملغى|تم الإلغاء|أُلغي|dibatalkan|batal|pembatalan|đã hủy|đã huỷ|hủy|ยกเลิก|ยกเลิกแล้ว|בוטל",
  refunded:
    "refunded|returned|partially refunded|return|return refund|chargeback|reversed|erstattet|rückerstattet|zurückerstattet|retourniert|zurückgesendet|remboursé|remboursée|retourné|retournée|reembolsado|reembolsada|devuelto|devuelta|devolución|reembolso|devolvido|devolvida|devolução|rimborsato|rimborsata|reso|restituito|terugbetaald|geretourneerd|retour|zwrócone|zwrot|zwrócono|iade|iade edildi|återbetald|återlämnad|returnerad|refunderet|returneret|refundováno|vráceno|vráceno zpět|возврат|возвращен|возвращён|возмещен|返金済み|返金|返品|已退款|退款|退货|退款成功|已退货|退貨|退貨退款|환불|환불완료|반품|반품완료|مسترد|تم الاسترداد|مرتجع|تم رد المبلغ|pengembalian|dikembalikan|đã hoàn tiền|trả hàng|hoàn tiền|คืนเงินแล้ว|คืนสินค้า|הוחזר",
  failed:
    "failed|payment failed|declined|payment error|expired|error|rejected|denied|fehlgeschlagen|abgelehnt|zahlung fehlgeschlagen|échoué|échouée|erreur de paiement|refusé|fallido|rechazado|error de pago|falhou|recusado|fallito|rifiutato|errore di pagamento|mislukt|geweigerd|nieudane|odrzucone|başarısız|misslyckad|misslyckades|nekad|mislykket|fejlet|neúspěšné|zamítnuto|ошибка|отклонен|не удался|失敗|支払い失敗|失败|支付失败|付款失敗|실패|결제실패|فشل|مرفوض|gagal|thất bại|ล้มเหลว|נכשל"
}

let byWord: Map<string, OrderStatus> | undefined

function dictionary(): Map<string, OrderStatus> {
  if (byWord) return byWord
  byWord = new Map()
  for (const [status, phrases] of Object.entries(words)) {
    for (const phrase of phrases.split("|")) {
      const label = normalLabel(phrase)
      if (!byWord.has(label)) byWord.set(label, status as OrderStatus)
    }
  }
  return byWord
}

const negations = /(?:^|\s)(?:not|non|no|nicht|não|ej|ikke|не|un)(?:\s|$)|未|尚未|غير|belum|chưa/

/** The status that a text names with all of its words, or that it begins or ends with; "unknown" for anything else. */
export function statusIn(text: string): OrderStatus {
  if (text.length > 80) return "unknown"
  const label = normalLabel(text)
  const all = dictionary()
  const exact = all.get(label) ?? all.get(label.replaceAll(" ", ""))
  if (exact) return exact
  const spoken = label
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim()
  const again = all.get(spoken)
  if (again) return again
  // a negation that the dictionary does not know as a whole turns any part into its opposite
  if (negations.test(spoken)) return "unknown"
  const parts = spoken.split(" ")
  for (let length = Math.min(4, parts.length - 1); length > 0; length--) {
    const status =
      all.get(parts.slice(0, length).join(" ")) ?? all.get(parts.slice(-length).join(" "))
    if (status) return status
  }
  return "unknown"
}
