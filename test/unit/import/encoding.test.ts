import { describe, expect, it } from "vitest"
import { detectEncoding, type Encoding, legacyEncoding } from "../../../src/import/encoding"
import { inspect } from "../../../src/import/inspect"
import { tablesOf } from "../../../src/import/table"

/** Text in an old encoding, by asking the decoder what each one or two bytes mean. */
function encode(text: string, encoding: Encoding): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const codes = new Map<string, number[]>()
  for (let a = 0; a < 256; a++) {
    for (let b = 0x30; a > 0x80 && b < 256; b++) {
      const pair = decoder.decode(Uint8Array.of(a, b))
      if (pair.length === 1 && !codes.has(pair)) codes.set(pair, [a, b])
    }
    const single = decoder.decode(Uint8Array.of(a))
    if (single.length === 1) codes.set(single, [a])
  }
  return Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? [63]))
}

const samples: [Encoding, string][] = [
  ["gb18030", "订单号,下单时间,商品名称,数量,金额,收件人\n1,2026-01-02,陶瓷杯 白色,2,59.00,王伟\n"],
  ["shift_jis", "注文番号,注文日,商品名,数量,金額\n1,2026-01-02,マグカップ 白,2,1500\n"],
  ["euc-kr", "주문번호,주문일,상품명,수량,금액\n1,2026-01-02,머그컵 화이트,2,15000\n"],
  ["big5", "訂單編號,訂單日期,商品名稱,數量,金額\n1,2026-01-02,陶瓷杯 白色,2,590\n"],
  ["windows-1251", "Номер заказа,Дата,Товар,Количество\n1,2026-01-02,Кружка белая,2\n"],
  [
    "windows-1250",
    "Zamówienie,Data zamówienia,Nazwa produktu,Ilość\n1,2026-01-02,Biały kubek żółty,2\n"
  ],
  [
    "windows-1254",
    "Sipariş no,Sipariş tarihi,Ürün adı,Adet\n1,2026-01-02,Yeşil ışıklı bardak ğ,2\n"
  ],
  [
    "windows-1252",
    "Bestellnummer;Bestelldatum;Artikelbezeichnung;Stückpreis\n1;02.01.2026;Blaue Müslischüssel größer;12,50\n"
  ],
  [
    "windows-1252",
    "Numéro de commande;Date;Désignation;Quantité\n1;2026-01-02;Théière à façade dorée, sûre;2\n"
  ],
  ["windows-1252", "Número de pedido;Fecha;Artículo\n1;2026-01-02;Año nuevo, camión, teléfono\n"]
]

describe("texts of other Windows", () => {
  it.each(samples)("%s: %s", (encoding, text) => {
    const bytes = encode(text, encoding)
    expect(detectEncoding(bytes)).toBe(encoding)
    expect(new TextDecoder(encoding).decode(bytes)).toBe(text)
  })

  it("is told from the first line that shows it, however far down", async () => {
    const ascii = "order id,order date,product,quantity\n".padEnd(300_000, "1,2026-01-02,Cup,1\n")
    const end = ascii.lastIndexOf("\n") + 1
    const last = encode("2,2026-01-03,Kaffeebecher größer für süße Brühe,1\n", "windows-1252")
    const file = new Blob([ascii.slice(0, end), new Uint8Array(last)])
    const [table] = await tablesOf(file, "a.csv")
    if (!table) throw new Error("no table")
    expect(table.text?.encoding).toBe("utf-8")
    const { rows } = await inspect(table, { zone: "UTC" })
    expect(table.text?.encoding).toBe("windows-1252")
    expect(rows).toBe(ascii.slice(0, end).split("\n").length - 1)
  })

  it("a few bytes that tell nothing are cp1252", () => {
    expect(legacyEncoding(Uint8Array.of(0xa0))).toBe("windows-1252")
  })
})
