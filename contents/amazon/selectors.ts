/** Hooks of Seller Central (PAGES.md §B1: public facts of 2024 to 2026, no page was seen live) and of listing pages. */
export const selectors = {
  orderRows: "#orders-table > tbody > tr, .myo-table-container table > tbody > tr",
  product: ".myo-list-orders-product-name-cell",
  buyer: '[data-test-id="buyer-name-with-link"]',
  status: ".main-status",
  orderLink: 'a[href*="/orders-v3/order/"]',
  detail: (name: string) => `[data-test-id="${name}"]`,
  items: "table.a-keyvalue",
  inventoryRow: "[data-sku]",
  listingLink: 'a[href*="/dp/"], a[href*="/gp/product/"]',
  priceInput: '[class*="Price"] kat-input, [class*="Price"] input',
  loading: "#apploading > span, kat-spinner, .mt-loading",
  threads: "#threads-list [data-thread-id], #threads-list li, #threads-list tr",
  title: "#productTitle",
  price:
    "#corePrice_feature_div .a-price:not(.a-text-price), #corePriceDisplay_desktop_feature_div .a-price:not(.a-text-price), #price_inside_buybox, #priceblock_ourprice, #priceblock_dealprice, #priceblock_saleprice, #kindle-price, #price",
  listPrice:
    "#corePrice_feature_div .a-text-price, #corePriceDisplay_desktop_feature_div .a-text-price, .basisPrice .a-price",
  brand: "#bylineInfo",
  bullets: "#feature-bullets li:not(.aok-hidden) span.a-list-item",
  description: "#productDescription, #bookDescription_feature_div",
  rating: "#acrPopover .a-icon-alt",
  ratings: "#acrCustomerReviewText",
  breadcrumb: "#wayfinding-breadcrumbs_feature_div a",
  availability: "#availability",
  images: "#landingImage, #imgBlkFront, #ebooksImgBlkFront, #altImages img"
} as const
