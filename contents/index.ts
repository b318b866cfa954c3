import type { MarketplaceAdapter } from "../src/marketplace/adapter"
import { adapter as demo } from "./demo/adapter"
import { adapter as vendure } from "./vendure/adapter"
import { adapter as woocommerce } from "./woocommerce/adapter"

/** Every marketplace, for tests and scripts. A content script imports only its own adapter. */
export const adapters: MarketplaceAdapter[] = [demo, vendure, woocommerce]
