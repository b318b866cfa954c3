import type { Intent } from "../domain/intent"
import type { MessageNote } from "../domain/message-note"
import type { ProductReasons } from "../domain/reply"

/** What says that something is wrong with a product or that it comes back. */
const reasons: readonly Intent[] = [
  "order/damaged",
  "order/defective",
  "order/wrong",
  "order/missing",
  "order/not-as-described",
  "return/request",
  "refund/request",
  "exchange/request",
  "product/size",
  "feedback/negative"
]

export const reasonDays = 90
/** One message is an accident. */
const fewest = 2

/**
 * Return and defect reasons by product, the product with most such messages per unit sold first; where no sales are
 * known, by messages. `sold`: units by SKU in the same time.
 */
export function productReasons(
  notes: Pick<MessageNote, "sku" | "wishes">[],
  sold: Map<string, number>
): ProductReasons[] {
  const products = new Map<string, Map<Intent, number>>()
  for (const { sku, wishes } of notes) {
    const intent = wishes.find((wish) => reasons.includes(wish.intent))?.intent
    if (!sku || !intent) continue
    const counts = products.get(sku) ?? new Map<Intent, number>()
    products.set(sku, counts.set(intent, (counts.get(intent) ?? 0) + 1))
  }
  const rate = ({ messages, sold: units }: ProductReasons) => messages / Math.max(units, messages)
  return [...products]
    .map(([sku, counts]): ProductReasons => {
      const list = [...counts].map(([intent, messages]) => ({ intent, messages }))
      return {
        sku,
        sold: sold.get(sku) ?? 0,
        messages: list.reduce((sum, { messages }) => sum + messages, 0),
        reasons: list.sort((a, b) => b.messages - a.messages)
      }
    })
    .filter(({ messages }) => messages >= fewest)
    .sort((a, b) => rate(b) - rate(a) || b.messages - a.messages)
}
