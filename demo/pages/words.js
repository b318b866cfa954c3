// What the admin says in each language; English is the key.
const columns = ["Order", "Placed", "Buyer", "Items", "Ship to", "Shipping", "Total", "Status"]
const statuses = ["pending", "paid", "shipped", "delivered", "cancelled", "refunded"]
const pages = ["Orders", "Products", "Messages", "Previous", "Next", "Filter"]
const keys = [...columns, ...statuses, ...pages, "of", "All statuses", "All countries"]

const rows = {
  "en-US":
    "Order|Placed|Buyer|Items|Ship to|Shipping|Total|Status|Pending|Paid|Shipped|Delivered|Cancelled|Refunded|Orders|Products|Messages|Previous|Next|Filter|of|All statuses|All countries",
  "de-DE":
    "Bestellung|Eingegangen|Käufer|Artikel|Versand nach|Versandart|Summe|Status|Offen|Bezahlt|Versandt|Zugestellt|Storniert|Erstattet|Bestellungen|Produkte|Nachrichten|Zurück|Weiter|Filtern|von|Alle Status|Alle Länder",
  "fr-FR":
    "Commande|Passée le|Client|Articles|Destination|Livraison|Total|État|En attente|Payée|Expédiée|Livrée|Annulée|Remboursée|Commandes|Produits|Messages|Précédent|Suivant|Filtrer|sur|Tous les états|Tous les pays",
  "ja-JP":
    "注文番号|注文日時|購入者|商品|お届け先|配送|合計|状態|未払い|支払い済み|発送済み|配達済み|キャンセル|返金済み|注文|商品一覧|メッセージ|前へ|次へ|絞り込む|/|すべての状態|すべての国",
  "zh-CN":
    "订单号|下单时间|买家|商品|收货国家|配送|合计|状态|待付款|已付款|已发货|已送达|已取消|已退款|订单|商品列表|消息|上一页|下一页|筛选|/|全部状态|全部国家"
}

const said = (rows[document.documentElement.lang] ?? rows["en-US"]).split("|")
const words = new Map(keys.map((key, i) => [key, said[i]]))

export const word = (key) => words.get(key) ?? key
export { columns as orderColumns, statuses }
