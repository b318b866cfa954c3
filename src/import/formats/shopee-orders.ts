import type { Format } from "../format"

/** Shopee's order export in Indonesian; thousands are grouped by points, rupiah have no cents. */
export const shopeeOrders: Format = {
  id: "shopee-orders",
  marketplace: "shopee",
  kind: "lines",
  signature: ["nopesanan", "statuspesanan", "waktupesanandibuat", "namaproduk"],
  columns: {
    order: ["nopesanan"],
    at: ["waktupesanandibuat"],
    sku: ["nomorreferensisku", "skuinduk"],
    title: ["namaproduk"],
    quantity: ["jumlah"],
    unitPrice: ["hargasetelahdiskon", "hargaawal"],
    status: ["statuspesanan"],
    buyerId: ["usernamepembeli"],
    buyerName: ["namapenerima"],
    buyerPhone: ["notelepon"],
    buyerAddress: ["alamatpengiriman"]
  },
  fixed: { language: "id", decimal: "," }
}
