/** What a column or a label can mean. The second line are fields that are known so that they are not taken for another. */
export type Field =
  | "order"
  | "placed"
  | "total"
  | "shippingPrice"
  | "status"
  | "payment"
  | "fulfilment"
  | "buyer"
  | "shippingMethod"
  | "paymentMethod"
  | "title"
  | "sku"
  | "product"
  | "quantity"
  | "unitPrice"
  | "price"
  | "listPrice"
  | "lineTotal"
  | "stock"
  | "onHand"
  | "enabled"
  | "brand"
  | "gtin"
  | "category"
  | "updated"
  | "due"
  | "date"
  | "subtotal"
  | "tax"
  | "discount"
  | "fee"
  | "contact"
  | "reserved"
  | "inbound"
  | "itemCount"
  | "number"
  | "other"
  | "id"
  | "name"
  | "reference"
  | "amount"
  | "state"

/**
 * Header words and labels, lower case without punctuation, in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish,
 * Turkish, Swedish, Danish, Czech, Russian, Japanese, Chinese (both scripts), Korean, Arabic, Indonesian, Vietnamese and Thai.
 * `id`, `name`, `reference`, `amount`, `state`, `date` mean different things in a list of orders and in one of products: `meaning` decides.
 */
export const fieldWords: Record<Field, string> = {
  order:
    "order|order id|order no|order nr|order num|order number|order code|order reference|order details|order ref|order sn|purchase order|purchase order number|po number|po|po no|sale number|sales order|sales order number|sale|order increment id|parent order id|bestellung|bestellnummer|bestell nr|bestellnr|bestell id|auftrag|auftragsnummer|auftragsnr|commande|numéro de commande|n de commande|no de commande|id de commande|référence de la commande|pedido|número de pedido|n de pedido|nº de pedido|id de pedido|id del pedido|orden|número de orden|n de orden|venta|número de venta|# de venta|número do pedido|nº do pedido|n do pedido|id do pedido|código do pedido|venda|número da venda|n da venda|nº da venda|encomenda|ordine|numero ordine|numero d ordine|n ordine|nº ordine|id ordine|bestelling|bestelnummer|ordernummer|order nummer|zamówienie|numer zamówienia|nr zamówienia|id zamówienia|sipariş|sipariş no|sipariş numarası|sipariş kodu|beställning|beställningsnummer|ordrenummer|ordre|objednávka|číslo objednávky|заказ|номер заказа|№ заказа|id заказа|注文|注文番号|注文id|受注番号|受注id|オーダー番号|订单|订单号|订单编号|订单id|订单详情|订单信息|平台订单号|父订单号|订单流水号|訂單|訂單編號|訂單號碼|訂單號|주문|주문번호|주문 번호|주문 id|الطلب|رقم الطلب|طلب|معرف الطلب|pesanan|no pesanan|nomor pesanan|id pesanan|đơn hàng|mã đơn hàng|mã đơn|คำสั่งซื้อ|หมายเลขคำสั่งซื้อ|เลขที่คำสั่งซื้อ|הזמנה|מספר הזמנה",
  placed:
    "order date|order placed|date ordered|ordered|ordered on|ordered at|order time|order created|order placed at|placed|placed on|placed at|purchase date|purchased on|purchased|date of purchase|date purchased|date added|date created|created|created at|created on|created time|creation date|sold on|date sold|sale date|bestelldatum|bestellt am|auftragsdatum|kaufdatum|erstellt|erstellt am|erstellungsdatum|date de commande|date de la commande|commandé le|date d achat|date de création|créé le|date d ajout|fecha del pedido|fecha de pedido|fecha de compra|fecha de creación|fecha de venta|creado|creado el|data do pedido|data da compra|data de criação|data da venda|criado em|data da encomenda|data ordine|data dell ordine|data di acquisto|data creazione|creato il|besteldatum|orderdatum|aankoopdatum|aangemaakt|aangemaakt op|data zamówienia|data złożenia|data zakupu|data utworzenia|utworzono|sipariş tarihi|satın alma tarihi|oluşturulma|oluşturulma tarihi|beställningsdatum|orderdatum|skapad|köpdatum|ordredato|oprettet|datum objednávky|vytvořeno|дата заказа|дата создания|создан|дата покупки|注文日|注文日時|受注日|受注日時|購入日|作成日|作成日時|下单时间|下单日期|订单时间|订单日期|创建时间|创建日期|购买日期|付款时间|下單時間|下單日期|訂單日期|訂單成立日期|建立時間|成立時間|주문일|주문 일시|주문일시|주문 날짜|등록일|생성일|تاريخ الطلب|تاريخ الإنشاء|تاريخ الشراء|tanggal pesanan|waktu pesanan dibuat|dibuat|tanggal dibuat|ngày đặt|ngày đặt hàng|ngày tạo|วันที่สั่งซื้อ|วันที่สร้าง|תאריך הזמנה",
  total:
    "total|order total|grand total|total price|total amount|total paid|amount paid|order amount|order value|total with tax|total incl tax|total inc tax|total including tax|net sales|revenue|payment amount|buyer paid|amount due|sale total|total sale|gesamt|gesamtbetrag|gesamtsumme|summe|bestellsumme|bestellwert|betrag|endbetrag|rechnungsbetrag|total ttc|montant|montant total|total de la commande|total commande|importe|importe total|total del pedido|monto|monto total|valor|valor total|total do pedido|valor do pedido|totale|totale ordine|importo|importo totale|totaal|totaalbedrag|bedrag|suma|razem|kwota|wartość|wartość zamówienia|łącznie|do zapłaty|toplam|toplam tutar|tutar|sipariş tutarı|genel toplam|summa|totalt|totalbelopp|belopp|total belopp|i alt|beløb|celkem|celková cena|částka|итого|сумма|сумма заказа|всего|стоимость|合計|合計金額|総額|注文金額|請求金額|総合計|お支払い金額|合计|总计|总额|总金额|订单金额|订单总额|实付|实付金额|实付款|应付金额|支付金额|總計|總金額|訂單金額|訂單總額|合計金額|實付金額|총액|합계|총 금액|주문 금액|결제 금액|결제금액|총 결제금액|الإجمالي|المجموع|المبلغ|إجمالي الطلب|المبلغ الإجمالي|total pembayaran|total pesanan|jumlah total|tổng|tổng cộng|tổng tiền|thành tiền|ยอดรวม|ยอดรวมทั้งหมด|รวม|จำนวนเงิน|סך הכל|סה כ",
  shippingPrice:
    "shipping cost|shipping price|shipping fee|shipping charge|postage|delivery cost|delivery fee|shipping total|versandkosten|porto|frais de port|frais de livraison|gastos de envío|costo de envío|coste de envío|frete|valor do frete|spese di spedizione|costo spedizione|verzendkosten|koszt dostawy|koszt wysyłki|kargo ücreti|fraktkostnad|fragt|poštovné|стоимость доставки|доставка стоимость|送料|运费|運費|배송비|رسوم الشحن|تكلفة الشحن|ongkos kirim|phí vận chuyển|ค่าจัดส่ง|ค่าส่ง",
  status:
    "status|order status|order state|current state|auftragsstatus|bestellstatus|statut|statut de la commande|état|estado|estado del pedido|situação|status do pedido|situação do pedido|stato|stato ordine|orderstatus|status zamówienia|stan|durum|sipariş durumu|orderstatus|ordrestatus|stav|stav objednávky|статус|статус заказа|состояние|ステータス|注文状況|状態|状态|订单状态|交易状态|狀態|訂單狀態|상태|주문 상태|주문상태|الحالة|حالة الطلب|status pesanan|trạng thái|trạng thái đơn hàng|สถานะ|สถานะคำสั่งซื้อ|סטטוס",
  payment:
    "payment status|payment state|financial status|paid|zahlungsstatus|statut du paiement|statut de paiement|estado del pago|estado de pago|status do pagamento|stato del pagamento|stato pagamento|betaalstatus|status płatności|ödeme durumu|betalningsstatus|betalingsstatus|stav platby|статус оплаты|支払い状況|支払状況|付款状态|支付状态|付款狀態|결제 상태|حالة الدفع|status pembayaran|trạng thái thanh toán|สถานะการชำระเงิน",
  fulfilment:
    "fulfillment status|fulfilment status|fulfillment state|shipment status|shipping status|delivery status|versandstatus|lieferstatus|statut de livraison|statut d expédition|statut de traitement|estado de envío|estado del envío|estado de preparación|status de envio|status do envio|stato spedizione|stato evasione|verzendstatus|status wysyłki|kargo durumu|leveransstatus|leveringsstatus|stav doručení|статус доставки|配送状況|フルフィルメント状況|发货状态|物流状态|配送状态|出貨狀態|배송 상태|처리 상태|حالة الشحن|status pengiriman|trạng thái giao hàng|สถานะการจัดส่ง",
  buyer:
    "buyer|buyer name|customer|customer name|client|clients|purchased by|bill to|bill to name|sold to|recipient|ship to name|username|buyer username|käufer|kunde|kundenname|acheteur|nom du client|comprador|cliente|nombre del cliente|nome do cliente|usuário|acquirente|nome cliente|koper|klant|klantnaam|kupujący|klient|alıcı|müşteri|köpare|kund|køber|kunde|zákazník|kupující|покупатель|клиент|購入者|お客様|顧客|顧客名|注文者|买家|买家昵称|客户|客户名称|顾客|收货人|收件人|買家|買家帳號|客戶|顧客姓名|구매자|고객|주문자|المشتري|العميل|اسم العميل|pembeli|nama pembeli|pelanggan|người mua|khách hàng|ผู้ซื้อ|ลูกค้า|לקוח",
  shippingMethod:
    "shipping|shipping method|shipping service|delivery method|delivery|ship method|carrier|courier|shipping option|fulfillment method|fulfilment channel|fulfilled by|versandart|versand|versandmethode|lieferart|mode de livraison|livraison|méthode de livraison|método de envío|envío|forma de envio|envio|método de envio|transportadora|metodo di spedizione|spedizione|corriere|verzendmethode|verzending|metoda dostawy|dostawa|sposób dostawy|kargo|teslimat yöntemi|fraktsätt|leveranssätt|leveringsmetode|doprava|způsob dopravy|доставка|способ доставки|配送方法|配送|物流方式|配送方式|快递公司|运输方式|物流|運送方式|寄送方式|배송 방법|배송방법|택배사|طريقة الشحن|الشحن|metode pengiriman|opsi pengiriman|phương thức vận chuyển|วิธีการจัดส่ง",
  paymentMethod:
    "payment|payment method|payment type|paid with|zahlungsart|zahlung|zahlungsmethode|paiement|mode de paiement|moyen de paiement|método de pago|pago|forma de pago|forma de pagamento|pagamento|método de pagamento|metodo di pagamento|betaalmethode|betaling|metoda płatności|płatność|sposób płatności|ödeme|ödeme yöntemi|betalningssätt|betalning|betalingsmetode|platba|způsob platby|оплата|способ оплаты|支払い方法|お支払い方法|決済方法|支払方法|支付方式|付款方式|결제 방법|결제수단|결제 수단|طريقة الدفع|الدفع|metode pembayaran|phương thức thanh toán|วิธีการชำระเงิน",
  title:
    "title|product|products|product name|product title|product details|product s|item|item name|item title|item description|items ordered|listing|listing title|listing name|article|artikel|artikelname|artikelbezeichnung|produkt|produktname|produkttitel|bezeichnung|produit|nom du produit|titre|désignation|libellé|producto|nombre del producto|título|publicación|artículo|produto|nome do produto|anúncio|título do anúncio|prodotto|nome prodotto|titolo|articolo|productnaam|produktnamn|nazwa|nazwa produktu|tytuł|tytuł oferty|ürün|ürün adı|başlık|produktnavn|vare|varenavn|název|název produktu|zboží|товар|название|наименование|название товара|продукт|商品|商品名|商品名称|商品タイトル|品名|製品名|产品|产品名称|商品标题|商品信息|宝贝|宝贝名称|标题|產品|產品名稱|商品名稱|商品標題|상품|상품명|제품|제품명|المنتج|اسم المنتج|العنوان|السلعة|produk|nama produk|nama barang|sản phẩm|tên sản phẩm|tên hàng|สินค้า|ชื่อสินค้า|מוצר|שם המוצר",
  sku: "sku|seller sku|merchant sku|product sku|item sku|variant sku|sku id|sku number|sku no|listing sku|custom label|custom label sku|item code|product code|stock code|stock keeping unit|model|model number|mpn|part number|style no|artikelnummer|artikelnr|artikel nr|art nr|bestandseinheit|händler sku|référence produit|référence article|código de producto|código del producto|código sku|código do produto|codice articolo|codice prodotto|codice|artikelcode|productcode|kod produktu|indeks|symbol|stok kodu|ürün kodu|satıcı stok kodu|varenummer|kód|kód produktu|kód zboží|артикул|артикул продавца|код товара|商品コード|品番|商品番号|管理番号|货号|商品编码|商品货号|商家编码|规格编码|款号|貨號|商品貨號|商品編號|商品選項貨號|상품코드|판매자 상품코드|품번|رمز المنتج|رمز التخزين|nomor referensi sku|kode produk|kode barang|mã sản phẩm|mã sku|mã hàng|รหัสสินค้า|מק ט",
  product:
    "asin|item id|item number|product id|listing id|item no|ebay item number|artikel id|artikelnummer ebay|id produit|id article|id del artículo|id de publicación|id do produto|id do anúncio|id prodotto|id articolo|product-id|id produktu|id oferty|ürün id|produkt id|id товара|商品id|产品id|商品編碼|상품 id|상품번호|معرف المنتج|id produk|id sản phẩm|goods id",
  quantity:
    "quantity|qty|qty ordered|quantity ordered|quantity sold|qty sold|units|units ordered|unit|pcs|pieces|count|menge|anzahl|stückzahl|stück|quantité|qté|qte|cantidad|cant|unidades|quantidade|qtd|qtde|quantità|qtà|qta|aantal|ilość|liczba sztuk|szt|sztuk|adet|miktar|antal|st|stk|množství|počet|ks|количество|кол во|кол-во|шт|数量|個数|注文数|件数|購入数|购买数量|商品数量|數量|件數|수량|구매수량|개수|الكمية|كمية|العدد|jumlah|kuantitas|qty pesanan|số lượng|sl|จำนวน|כמות",
  unitPrice:
    "unit price|price per unit|item price|price each|sold price|sale price each|einzelpreis|stückpreis|prix unitaire|precio unitario|valor unitário|preço unitário|prezzo unitario|stuksprijs|eenheidsprijs|cena jednostkowa|birim fiyat|enhetspris|styckpris|enhedspris|jednotková cena|цена за единицу|цена за шт|単価|单价|單價|단가|سعر الوحدة|harga satuan|đơn giá|ราคาต่อหน่วย|ราคาต่อชิ้น",
  price:
    "price|current price|selling price|sale price|your price|sales price|price with tax|price incl tax|price inc tax|buy it now price|buy now price|final price|special price|regular price|base price|verkaufspreis|preis|bruttopreis|ihr preis|prix|prix ttc|prix de vente|votre prix|precio|precio de venta|precio actual|su precio|preço|preço de venda|prezzo|prezzo di vendita|prijs|verkoopprijs|cena|cena brutto|cena sprzedaży|fiyat|satış fiyatı|pris|försäljningspris|salgspris|prodejní cena|цена|цена продажи|価格|販売価格|値段|价格|售价|销售价|一口价|促销价|現價|價格|售價|原價|가격|판매가|판매가격|السعر|سعر البيع|سعر|harga|harga jual|giá|giá bán|ราคา|ราคาขาย|מחיר",
  listPrice:
    "list price|msrp|rrp|was|compare at price|compare at|original price|old price|retail price|uvp|listenpreis|statt|prix conseillé|prix barré|pvp recomendado|precio de lista|precio original|preço original|preço de|prezzo di listino|prezzo consigliato|adviesprijs|cena katalogowa|cena regularna|liste fiyatı|rekommenderat pris|vejledende pris|doporučená cena|старая цена|定価|メーカー希望小売価格|参考価格|原价|市场价|划线价|吊牌价|定價|市價|정가|السعر الأصلي|harga coret|harga awal|giá gốc|ราคาเต็ม",
  lineTotal:
    "line total|row total|item total|item subtotal|items subtotal|position total|gesamtpreis|zeilensumme|positionssumme|total ligne|sous total article|total de línea|precio total|total do item|totale riga|regeltotaal|wartość pozycji|satır toplamı|radsumma|linjetotal|cena celkem|сумма позиции|小计|小計|小计金额|商品小计|소계|المجموع الفرعي للسلعة",
  stock:
    "available|available quantity|qty available|quantity available|stock|stock level|stock levels|in stock|stock quantity|stock qty|inventory|available stock|sellable|on sale quantity|salable quantity|available fba|quantity per source|current stock|verfügbar|lagerbestand|bestand|lager|verfügbare menge|menge verfügbar|auf lager|stock disponible|disponible|disponibles|quantité disponible|en stock|existencias|inventario|cantidad disponible|stock actual|estoque|disponível|disponíveis|quantidade disponível|estoque disponível|giacenza|disponibile|quantità disponibile|disponibilità|magazzino|voorraad|beschikbaar|op voorraad|stan magazynowy|dostępne|dostępność|dostępna ilość|na stanie|stok|stok adedi|stok miktarı|mevcut|lagersaldo|i lager|lagerstatus|saldo|på lager|lagerbeholdning|skladem|sklad|dostupné|počet na skladě|остаток|остатки|в наличии|наличие|на складе|доступно|在庫|在庫数|在庫数量|販売可能|販売可能数|库存|库存数量|可售库存|可用库存|可售|现货|有货|庫存|庫存數量|可售數量|存貨|有貨|現有庫存|재고|재고수량|재고 수량|판매가능|المخزون|متوفر|الكمية المتاحة|متاح|stok tersedia|stok barang|persediaan|tồn kho|kho|kho hàng|số lượng tồn|สต็อก|คลัง|สินค้าคงคลัง|คงเหลือ|מלאי",
  onHand:
    "on hand|stock on hand|quantity on hand|qty on hand|physical stock|physischer bestand|stock physique|existencias físicas|estoque físico|giacenza fisica|实际库存|实物库存|在手库存|實際庫存|実在庫",
  enabled:
    "enabled|active|visibility|published|listing status|product status|aktiv|veröffentlicht|sichtbar|actif|activé|publié|activo|publicado|ativo|attivo|pubblicato|actief|gepubliceerd|aktywny|opublikowany|yayında|publicerad|publiceret|aktivní|активен|опубликован|公開|公開状態|上架状态|是否上架|上下架|上架狀態|판매상태|مفعل|نشط",
  brand:
    "brand|manufacturer|marke|hersteller|marque|fabricant|marca|fabricante|marchio|produttore|merk|fabrikant|producent|marka|üretici|märke|tillverkare|mærke|značka|výrobce|бренд|производитель|ブランド|メーカー|品牌|브랜드|제조사|العلامة التجارية|الشركة المصنعة|merek|thương hiệu|แบรนด์|ยี่ห้อ|מותג",
  gtin: "gtin|ean|upc|isbn|barcode|barcode isbn upc gtin etc|ean code|ean13|strichcode|code barres|código de barras|codice a barre|streepjescode|kod kreskowy|barkod|streckkod|stregkode|čárový kód|штрихкод|штрих код|jan|janコード|バーコード|条码|条形码|商品条码|條碼|바코드|الباركود",
  category:
    "category|categories|collection|kategorie|kategorien|warengruppe|catégorie|catégories|categoría|categorías|categoria|categorias|categorie|categorieën|kategoria|kategori|kategorier|категория|категории|カテゴリ|カテゴリー|分类|类目|商品分类|分類|類別|카테고리|분류|الفئة|التصنيف|danh mục|หมวดหมู่",
  updated:
    "updated|updated at|last updated|last updated at|last modified|modified|date modified|geändert|zuletzt geändert|aktualisiert|mis à jour|modifié le|date de modification|actualizado|fecha de modificación|atualizado|atualizado em|aggiornato|modificato|bijgewerkt|gewijzigd|zmodyfikowano|data modyfikacji|güncellenme|güncellendi|uppdaterad|opdateret|upraveno|обновлен|дата изменения|更新日|更新日時|更新时间|修改时间|更新時間|수정일|آخر تحديث|diperbarui|cập nhật|วันที่แก้ไข",
  due: "ship by|ship by date|dispatch by|deliver by|deliver by date|delivery date|latest ship date|expected delivery|estimated delivery|delivered|shipped|ship date|shipped on|paid on|date paid|payment date|versenden bis|lieferdatum|versanddatum|versand bis|expédier avant|date de livraison|date d expédition|livraison prévue|enviar antes de|enviar hasta|fecha de entrega|fecha de envío|envie antes de|enviar até|data de envio|data de entrega|previsão de entrega|data prevista de envio|spedire entro|data di consegna|data spedizione|verzenden voor|leverdatum|verzenddatum|wyślij do|data dostawy|data wysyłki|kargoya verilme|teslim tarihi|leveransdatum|skicka senast|leveringsdato|datum doručení|дата доставки|дата отправки|отгрузить до|発送期限|出荷日|お届け日|配達日|発送予定日|发货时间|发货截止时间|最晚发货时间|送达时间|出貨時間|出貨期限|付款時間|배송예정일|발송기한|발송일|تاريخ التسليم|تاريخ الشحن|batas kirim|tanggal kirim|hạn giao|ngày giao",
  subtotal:
    "subtotal|sub total|items total|total without tax|total excl tax|net|net total|goods total|merchandise total|zwischensumme|warenwert|nettobetrag|netto|sous total|total ht|subtotal de productos|total dos produtos|subtotale|imponibile|subtotaal|suma częściowa|ara toplam|delsumma|delsum|mezisoučet|промежуточный итог|подытог|商品合計|商品总价|商品总额|商品金額|商品總計|상품금액|المجموع الفرعي|subtotal produk|tạm tính|ยอดรวมย่อย",
  tax: "tax|taxes|vat|gst|sales tax|tax amount|total tax|tax total|tax base|tax rate|mwst|ust|steuer|umsatzsteuer|taxe|taxes|tva|impuesto|impuestos|iva|imposto|impostos|imposta|btw|podatek|vergi|kdv|moms|skat|dph|daň|налог|ндс|税|税金|消費税|税额|税费|稅金|세금|부가세|الضريبة|ضريبة|pajak|thuế|ภาษี",
  discount:
    "discount|discounts|coupon|coupons|coupon s|coupon code|promotion|promotions|voucher|rabatt|gutschein|remise|réduction|descuento|cupón|desconto|cupom|sconto|korting|kod rabatowy|indirim|kupon|kupong|rabat|sleva|скидка|купон|промокод|割引|クーポン|値引き|优惠|折扣|优惠券|優惠|할인|쿠폰|الخصم|خصم|diskon|giảm giá|ส่วนลด",
  fee: "fee|fees|estimated fees|commission|payout|net payout|earnings|order earnings|proceeds|you earn|net proceeds|profit|margin|cost|cost price|wholesale price|refund|refunded|refund amount|gebühr|gebühren|provision|auszahlung|erlös|gewinn|einkaufspreis|frais|versement|bénéfice|tarifa|tarifas|comisión|ganancia|costo|comissão|tarifa de venda|lucro|custo|commissione|ricavo|guadagno|costo|kosten|winst|prowizja|opłata|zysk|koszt|komisyon|kar|avgift|vinst|kostnad|gebyr|provize|poplatek|комиссия|прибыль|себестоимость|выплата|手数料|利益|原価|佣金|手续费|利润|成本|成本价|退款金额|退款|手續費|수수료|정산금액|이익|원가|رسوم|العمولة|الربح|biaya|komisi|phí|ค่าธรรมเนียม",
  contact:
    "email|e mail|email address|phone|phone number|telephone|address|shipping address|billing address|billing|ship to|shipping information|deliver to|delivery address|postcode|zip|city|company|tax id|ip|customer ip|telefon|adresse|lieferadresse|rechnungsadresse|téléphone|adresse de livraison|adresse de facturation|teléfono|dirección|dirección de envío|telefone|endereço|endereço de entrega|telefono|indirizzo|indirizzo di spedizione|telefoon|adres|verzendadres|adres dostawy|telefon no|teslimat adresi|leveransadress|adress|leveringsadresse|adresa|dodací adresa|телефон|адрес|адрес доставки|電話番号|住所|お届け先|配送先|地址|收货地址|电话|手机|手机号|收件地址|電話|收件地址|주소|배송지|전화번호|연락처|العنوان البريدي|عنوان الشحن|الهاتف|alamat|telepon|no hp|địa chỉ|số điện thoại|ที่อยู่|โทรศัพท์|כתובת|טלפון",
  reserved:
    "reserved|allocated|committed|reserved quantity|unavailable|unfulfillable|reserviert|réservé|reservado|riservato|impegnato|gereserveerd|zarezerwowane|rezerve|reserverad|reserveret|rezervováno|резерв|зарезервировано|予約済み|引当|预留数量|预留|锁定库存|占用库存|預留數量|已預留|예약재고|محجوز|dipesan|đặt trước",
  inbound:
    "inbound|incoming|in transit|on order|unterwegs|en transit|en camino|em trânsito|in arrivo|onderweg|w drodze|yolda|på väg|på vej|na cestě|в пути|入荷待ち|入庫予定|入库数量|在途|在途库存|入庫數量|입고예정|قيد الوصول|dalam perjalanan",
  itemCount:
    "items|items sold|item count|number of items|products sold|line items|no of items|anzahl artikel|artikelanzahl|nombre d articles|número de artículos|itens|numero articoli|aantal artikelen|liczba produktów|ürün adedi|antal varor|商品件数|件数|商品数|품목수|عدد السلع",
  number:
    "views|watchers|bids|sold|sold quantity|sales|page views|units sold|orders|total orders|rank|sales rank|votes|clicks|conversion|weight|width|height|length|position|sort order|time left|views 30 days|visits|reviews|review|aufrufe|beobachter|verkauft|verkäufe|gewicht|vues|ventes|vendus|poids|visitas|vendidos|ventas|peso|visualizações|vendas|visite|venduti|vendite|weergaven|verkocht|wyświetlenia|sprzedane|waga|görüntülenme|satılan|ağırlık|visningar|sålda|vikt|visninger|solgt|vægt|zobrazení|prodáno|váha|просмотры|продано|продажи|вес|閲覧数|販売数|ウォッチ|重量|浏览量|销量|已售|访客|重量|瀏覽數|銷量|已售出|조회수|판매량|무게|المشاهدات|المبيعات|الوزن|dilihat|terjual|lượt xem|đã bán|ยอดขาย|ยอดเข้าชม",
  other:
    "image|photo|picture|thumbnail|featured asset|actions|action|tags|tag|notes|note|channel|sales channel|store|shop|website|origin|attribution|customer type|new client|new customer|customer group|customer option|order type|type|tracking|tracking number|tracking id|warehouse|location|attributes|variant|variation|options|option|condition|gift|risk|risk level|invoice|documents|source|slug|language|country|image s|bild|aktionen|aktion|notizen|verkaufskanal|sendungsnummer|lager ort|variante|photo s|actions groupées|canal|suivi|imagen|acciones|etiquetas|seguimiento|imagem|ações|rastreio|variação|immagine|azioni|tracciamento|afbeelding|acties|zdjęcie|akcje|görsel|işlemler|işlem|bild|åtgärder|handlinger|billede|obrázek|akce|изображение|фото|действия|画像|操作|アクション|追跡番号|图片|备注|标签|运单号|物流单号|快递单号|店铺|仓库|规格|圖片|備註|追蹤號碼|이미지|관리|송장번호|비고|صورة|الإجراءات|إجراءات|رقم التتبع|gambar|aksi|no resi|hình ảnh|thao tác|mã vận đơn|รูปภาพ|การดำเนินการ",
  date: "date|time|date time|date and time|datum|zeit|datum uhrzeit|heure|fecha|fecha y hora|hora|data|ora|data e ora|tarih|tid|dato|дата|время|дата и время|日付|日時|时间|日期|時間|날짜|일시|일자|التاريخ|الوقت|تاريخ|tanggal|waktu|ngày|thời gian|วันที่|เวลา|תאריך",
  id: "id|number|no|nr|code|#|nummer|numéro|número|numero|numer|numara|číslo|номер|№|番号|编号|編號|번호|الرقم|رقم|nomor|mã|หมายเลข",
  name: "name|nom|nombre|nome|naam|imię|ad|namn|navn|jméno|имя|名前|名称|名稱|이름|الاسم|اسم|nama|tên|ชื่อ|bezeichner",
  reference:
    "reference|ref|ref no|referenz|référence|réf|referencia|referência|riferimento|referentie|numer referencyjny|referans|referens|ссылка|参照番号|参考编号|المرجع",
  amount: "amount|value|sum|wert|quantité montant|金额|金額|금액|القيمة|nilai|giá trị",
  state: "state|zustand|phase|stage|étape|fase|etap|aşama"
}
