import { adapter as demo } from "../contents/demo/adapter"
import { adapter as generic } from "../contents/generic/adapter"
import { adapter as vendure } from "../contents/vendure/adapter"
import { adapter as woocommerce } from "../contents/woocommerce/adapter"
import type { MarketplaceAdapter } from "../src/marketplace/adapter"

/** Every marketplace, for tests and scripts. A content script imports only its own adapter. */
export const adapters: MarketplaceAdapter[] = [demo, vendure, woocommerce, generic]
