import { composeAdapter } from "../../src/marketplace/compose-adapter"

/** The sellers' pages of both hosts. Its order list is drawn from data that no page shows in full; the official export holds more. */
export const adapter = composeAdapter({
  id: "temu",
  name: "Temu",
  pages: [
    [/^(?:agentseller|seller)\.temu\.com\/(?:mmsos\/)?order-detail\.html/, "order"],
    [/^(?:agentseller(?:-[a-z]+)?|seller)\.temu\.com\/(?:mmsos\/)?orders\.html/, "orders"],
    [/^(?:agentseller(?:-[a-z]+)?|seller)\.temu\.com\/goods\/list/, "listings"],
    [/^www\.temu\.com\/(?:.*-g-\d+\.html|goods\.html)/, "listing"]
  ],
  // "--" stands for nothing
  empty: /no orders|没有订单|暂无数据|暂无订单/i
})
