import type { Field } from "./fields"

/**
 * Header words of tables that we do not know, by meaning, normalised as `normaliseHeader` does. A header that is one of
 * the words counts more than one that holds it. Order matters: "order date" is a date before it is an order.
 */
export const headerWords: [Field, string][] = [
  [
    "at",
    "orderdate purchasedate saledate createdat createddate dateordered ordertime createdtime date datetime timestamp placedat bestelldatum kaufdatum auftragsdatum datum datecommande datedecommande datedachat datedevente fecha fechadepedido fechadecompra fechadeventa datadopedido datadacompra datadavenda data datadordine dataordine besteldatum orderdatum datazamówienia sipariştarihi датазаказа дата 注文日 注文日時 購入日 下单时间 订单日期 创建时间 订单创建时间 付款时间 日期 주문일 tanggalpesanan tanggal ngàyđặthàng"
  ],
  [
    "updatedAt",
    "lastupdated updatedat lastupdateddate modified lastmodified geändertam modifiéle actualizado atualizadoem 更新时间 更新日"
  ],
  [
    "quantity",
    "quantity qty units unitssold itemquantity menge anzahl stück stückzahl quantité qté cantidad unidades quantidade quantità aantal ilość adet количество 数量 件数 购买数量 個数 수량 jumlah sốlượng"
  ],
  [
    "unitPrice",
    "unitprice priceperunit itemprice price saleprice sellingprice einzelpreis stückpreis preis prixunitaire prix preciounitario precio preçounitário preço prezzounitario prezzo prijs stuksprijs cena birimfiyat цена 单价 售价 价格 単価 価格 단가 hargasatuan harga giá"
  ],
  [
    "linePrice",
    "linetotal itemtotal amount subtotal total revenue sales gesamtpreis betrag umsatz gesamt montant totalligne importe totallinea valor valortotal importo totale bedrag totaal kwota tutar сумма 金额 总价 小计 合計 金額 小計 합계 totalharga thànhtiền"
  ],
  [
    "currency",
    "currency currencycode währung devise moneda divisa moeda valuta waluta parabirimi валюта 币种 货币 通貨 통화 matauang"
  ],
  [
    "sku",
    "sku sellersku skucode itemsku productcode articlenumber itemnumber partnumber asin artikelnummer artikelnr artnr référence refproduit codearticle referencia código códigosku codice codicearticolo artikelcode indeks stokkodu артикул 商品编码 货号 sku编码 商家编码 品番 商品コード 상품코드 kodeproduk mãsku"
  ],
  [
    "title",
    "title productname itemname product item description productnaam produktname artikelbezeichnung bezeichnung produkt artikel nomduproduit produit désignation producto artículo descripción nombredelproducto produto nomedoproduto descrição prodotto nomeprodotto omschrijving nazwaproduktu ürünadı товар название 商品名称 商品标题 品名 商品名 상품명 namaproduk tênsảnphẩm"
  ],
  [
    "status",
    "status orderstatus state bestellstatus zustand statut étatdelacommande estado estadodelpedido situação statusdopedido stato zamówieniestatus durum статус 订单状态 状态 ステータス 주문상태 statuspesanan trạngthái"
  ],
  [
    "country",
    "country shipcountry shippingcountry deliverycountry countrycode land lieferland pays paysdelivraison país paísdeenvío paísdeentrega paese land kraj ülke страна 国家 收货国家 国 배송국가 negara quốcgia"
  ],
  [
    "buyerEmail",
    "email buyeremail customeremail emailaddress mailadresse courriel correo correoelectrónico 邮箱 メール"
  ],
  [
    "buyerId",
    "buyerid buyerusername customerid customernumber username kundennummer kunde numéroclient idcliente cliente 买家id 买家账号 買家 구매자"
  ],
  [
    "buyerName",
    "buyername customername customer name recipientname fullname kundenname empfänger nomduclient destinataire nombredelcliente nomedocliente nomecliente 收件人 买家姓名 姓名 氏名"
  ],
  [
    "buyerPhone",
    "phone telephone phonenumber telefon téléphone teléfono telefone telefono 电话 手机 電話"
  ],
  [
    "buyerAddress",
    "address shippingaddress street address1 adresse straße dirección endereço indirizzo 地址 住所"
  ],
  [
    "onHand",
    "stock onhand inventory stockquantity quantityonhand bestand lagerbestand stockdisponible existencias estoque giacenza voorraad stan 库存 库存数量 在庫 재고 stok tồnkho"
  ],
  [
    "available",
    "available availablequantity verfügbar disponible disponível disponibile beschikbaar dostępne 可用库存 可售库存"
  ],
  [
    "order",
    "orderid ordernumber orderno ordernr order ordername orderreference purchaseorder bestellnummer bestellnr auftragsnummer bestellung numérodecommande ncommande commande númerodepedido nºpedido pedido númerodopedido iddopedido idpedido numeroordine ordine bestelnummer ordernummer numerzamówienia zamówienie siparişno siparişnumarası номерзаказа заказ 订单号 订单编号 訂單編號 注文番号 注文id 주문번호 nopesanan idpesanan mãđơnhàng transactionid invoice invoicenumber receiptid"
  ]
]
