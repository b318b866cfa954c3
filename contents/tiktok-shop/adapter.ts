import { composeAdapter } from "../../src/marketplace/compose-adapter"

/** The Seller Center of every region ("seller-us.tiktok.com", "seller.tiktokglobalshop.com"). */
export const adapter = composeAdapter({
  id: "tiktok-shop",
  name: "TikTok Shop",
  pages: [
    [/^seller(?:-[a-z]{2})?\.(?:tiktok|tiktokglobalshop)\.com\/order\/detail/, "order"],
    [/^seller(?:-[a-z]{2})?\.(?:tiktok|tiktokglobalshop)\.com\/order(?:[/?]|$)/, "orders"],
    [/^seller(?:-[a-z]{2})?\.(?:tiktok|tiktokglobalshop)\.com\/product\/manage/, "listings"]
  ]
})
