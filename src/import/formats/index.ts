import type { Format } from "../format"
import { amazonAllOrders } from "./amazon-all-orders"
import { amazonFbaInventory } from "./amazon-fba-inventory"
import { amazonFbaInventoryEs } from "./amazon-fba-inventory-es"
import { amazonNewOrders } from "./amazon-new-orders"
import { amazonSettlement } from "./amazon-settlement"
import { amazonUnshipped } from "./amazon-unshipped"
import { ebayOrders } from "./ebay-orders"
import { ebayOrdersDe } from "./ebay-orders-de"
import { etsyOrderItems } from "./etsy-order-items"
import { etsyOrders } from "./etsy-orders"
import { lazadaOrders } from "./lazada-orders"
import { mercadolibreOrders } from "./mercadolibre-orders"
import { mercadolibreOrdersEs } from "./mercadolibre-orders-es"
import { shopeeOrders } from "./shopee-orders"
import { shopeeOrdersPt } from "./shopee-orders-pt"
import { shopifyOrders } from "./shopify-orders"
import { shopifyProducts } from "./shopify-products"
import { temuOrders } from "./temu-orders"
import { tiktokOrders } from "./tiktok-orders"
import { walmartOrders } from "./walmart-orders"
import { woocommerceProducts } from "./woocommerce-products"

/** Every exported file that is known by its header. */
export const formats: Format[] = [
  amazonAllOrders,
  amazonUnshipped,
  amazonNewOrders,
  amazonFbaInventory,
  amazonFbaInventoryEs,
  amazonSettlement,
  shopifyOrders,
  shopifyProducts,
  ebayOrders,
  ebayOrdersDe,
  etsyOrders,
  etsyOrderItems,
  woocommerceProducts,
  walmartOrders,
  tiktokOrders,
  temuOrders,
  mercadolibreOrders,
  mercadolibreOrdersEs,
  shopeeOrders,
  shopeeOrdersPt,
  lazadaOrders
]
