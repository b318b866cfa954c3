/** One item of a purchase plan: what it needs, what a unit costs, what is earned on one (minor units). */
export type Wanted = {
  sku: string
  quantity: number
  packSize: number
  unitCost: number
  urgency: number
}

/**
 * Cuts a purchase plan to a budget: packs are bought one by one where a unit of money avoids most shortage (the greedy
 * rule for the fractional knapsack, Dantzig 1957); urgency is the chance of running out before the delivery.
 * @returns units to buy by SKU
 */
export function withinBudget(wanted: Wanted[], budget: number): Map<string, number> {
  const left = wanted.map((one) => ({ ...one, bought: 0 }))
  let money = budget
  for (;;) {
    let best: (typeof left)[number] | undefined
    let most = 0
    for (const one of left) {
      const cost = one.packSize * one.unitCost
      if (one.bought >= one.quantity || cost > money) continue
      // each further pack is needed a little less than the one before
      const worth =
        (one.urgency * (1 - one.bought / (one.quantity + one.packSize))) / Math.max(1, one.unitCost)
      if (worth > most) {
        most = worth
        best = one
      }
    }
    if (!best) break
    best.bought += best.packSize
    money -= best.packSize * best.unitCost
  }
  return new Map(left.map(({ sku, bought }) => [sku, bought]))
}
