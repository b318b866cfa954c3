import { composeAdapter } from "../../src/marketplace/compose-adapter"

/** Seller Center and item pages. No hooks of its own are known, so everything is read by header words and structured data. */
export const adapter = composeAdapter({
  id: "walmart",
  name: "Walmart",
  pages: [
    [/^seller\.walmart\.[a-z.]+\/orders\/details/, "order"],
    [/^seller\.walmart\.[a-z.]+\/orders\/(?:manage-orders|list)/, "orders"],
    [/^seller\.walmart\.[a-z.]+\/(?:items-and-inventory|catalog)(?:\/|\?|$)/, "listings"],
    [/^www\.walmart\.[a-z.]+\/ip\/(?:[^/]+\/)?\d+/, "listing"]
  ]
})
