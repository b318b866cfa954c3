/** What makes items comparable. */
export type ItemFacts = { sku: string; title?: string | undefined; price?: number | undefined }

const wordsOf = (title: string) => new Set(title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])

/** Shared words of two titles (Jaccard 1912), times nearness of price: a factor of three apart counts half. */
function similarity(a: Set<string>, b: Set<string>, priceA?: number, priceB?: number): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  const words = shared / Math.max(1, a.size + b.size - shared)
  if (!priceA || !priceB) return words
  return words * 0.5 ** Math.abs(Math.log(priceA / priceB) / Math.log(3))
}

/** The most similar known items, best first, with their similarity; only such as share something. */
export function similarItems(
  item: ItemFacts,
  known: ItemFacts[],
  most = 5
): { sku: string; similarity: number }[] {
  const own = wordsOf(item.title ?? item.sku)
  return known
    .filter(({ sku }) => sku !== item.sku)
    .map(({ sku, title, price }) => ({
      sku,
      similarity: similarity(own, wordsOf(title ?? sku), item.price, price)
    }))
    .filter((one) => one.similarity >= 0.2)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, most)
}
