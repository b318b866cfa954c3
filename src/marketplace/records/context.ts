import type { Field } from "./fields"
import type { Meaning } from "./labels"

export type Context = "orders" | "listings" | "items"

const meanings: Record<Context, Partial<Record<Field, [Field, number]>>> = {
  orders: {
    id: ["order", 0.75],
    name: ["buyer", 0.6],
    reference: ["order", 0.85],
    amount: ["total", 0.85],
    state: ["status", 0.9],
    date: ["placed", 0.9],
    price: ["unitPrice", 0.8],
    number: ["other", 1],
    stock: ["other", 0.9]
  },
  listings: {
    id: ["product", 0.8],
    name: ["title", 0.95],
    reference: ["sku", 0.85],
    amount: ["price", 0.6],
    state: ["enabled", 0.8],
    status: ["enabled", 0.8],
    quantity: ["stock", 0.85],
    unitPrice: ["price", 0.9],
    date: ["other", 1],
    number: ["other", 1],
    total: ["other", 0.8]
  },
  items: {
    id: ["product", 0.7],
    name: ["title", 0.95],
    reference: ["sku", 0.85],
    amount: ["lineTotal", 0.8],
    price: ["unitPrice", 0.95],
    total: ["lineTotal", 0.95],
    subtotal: ["lineTotal", 0.8],
    number: ["other", 1],
    date: ["other", 1],
    itemCount: ["quantity", 0.7]
  }
}

/** A meaning as it is in such a list: "number" of an order list is nobody's SKU. */
export function inContext(meaning: Meaning, context: Context): Meaning {
  const [field, factor] = meanings[context][meaning.field] ?? [meaning.field, 1]
  return { field, score: meaning.score * factor }
}
