import type { OwnSales } from "../domain/listing-analysis"

export type Peer = { id: string; likeness: number }
/** A product: what it sold, and those most like it by the text tower. */
export type Peered = { id: string; units: number; peers: Peer[] }

/** Fewer products do not show whether likeness tells anything of sales. */
const fewest = 30
/** Below this share of explained variance the average says as much. */
const leastSkill = 0.05
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
/** Half a piece more, so that nothing sold has a logarithm. */
const logOf = (units: number) => Math.log(units + 0.5)

/**
 * What products like this one sell: the likeness-weighted mean of their log sales (nearest neighbours), each product
 * left out of its own. The range holds 80 % of the products by how far they are from their own neighbours' mean.
 * Empty where neighbours explain less than `leastSkill` of the variance beyond the shop's average.
 */
export function peerSales(products: Peered[]): Map<string, NonNullable<OwnSales["peers"]>> {
  const units = new Map(products.map((product) => [product.id, product.units]))
  const expected = products.flatMap(({ id, units: own, peers }) => {
    const known = peers.flatMap(({ id: other, likeness }) => {
      const sold = units.get(other)
      return other === id || sold === undefined || likeness <= 0
        ? []
        : [{ log: logOf(sold), likeness }]
    })
    const weight = known.reduce((sum, { likeness }) => sum + likeness, 0)
    if (weight <= 0) return []
    const log = known.reduce((sum, one) => sum + one.log * one.likeness, 0) / weight
    return [{ id, log, off: logOf(own) - log, peers: known.length }]
  })
  if (expected.length < fewest) return new Map()
  const logs = expected.map(({ log, off }) => log + off)
  const average = mean(logs)
  const skill =
    1 - mean(expected.map(({ off }) => off ** 2)) / mean(logs.map((log) => (log - average) ** 2))
  if (!(skill >= leastSkill)) return new Map()
  const offs = expected.map(({ off }) => off).toSorted((a, b) => a - b)
  const at = (share: number) => offs[Math.round(share * (offs.length - 1))] ?? 0
  const back = (log: number) => Math.max(0, Math.exp(log) - 0.5)
  return new Map(
    expected.map(({ id, log, peers }) => [
      id,
      { units: back(log), low: back(log + at(0.1)), high: back(log + at(0.9)), peers, skill }
    ])
  )
}
