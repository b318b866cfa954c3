import "fake-indexeddb/auto"
import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import type { OrderStatus } from "../../../src/domain/order-status"
import { dayMs } from "../../../src/store/daily"
import { Database } from "../../../src/store/database"
import { readDaily } from "../../../src/store/history"
import { removeImport } from "../../../src/store/imports"
import type { StoredLine } from "../../../src/store/line-block"
import { bring, line, rowsOf, t0 } from "./lines"

// a busy machine may take its time
vi.setConfig({ testTimeout: 60_000 })

describe("any sequence of imports and undos", () => {
  const version = fc.record({
    order: fc.integer({ min: 1, max: 6 }),
    stateAt: fc.integer({ min: 0, max: 3 }),
    quantity: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom<OrderStatus>("paid", "shipped", "cancelled")
  })
  /** One state an order and file, as files have. */
  const file = fc.uniqueArray(version, {
    minLength: 1,
    maxLength: 5,
    selector: ({ order }) => order
  })
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ bring: file }) },
    { weight: 1, arbitrary: fc.record({ undo: fc.nat(4) }) }
  )

  it("leaves each order once, in its newest state, and sums that agree with the lines", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const store = new Database(`imports-${Math.random()}`)
        const live: { id: number; lines: StoredLine[] }[] = []
        for (const one of steps) {
          if ("bring" in one) {
            const lines = one.bring.map(({ order, stateAt, ...rest }) =>
              line(order, { stateAt: t0 + stateAt, ...rest })
            )
            live.push({ id: await bring(store, lines), lines })
          } else {
            const [gone] = live.splice(one.undo % Math.max(1, live.length), 1)
            if (gone) await removeImport(store, gone.id)
          }
        }
        const newest = new Map<string, StoredLine>()
        for (const one of live.flatMap(({ lines }) => lines)) {
          if (one.stateAt >= (newest.get(one.orderId)?.stateAt ?? 0)) newest.set(one.orderId, one)
        }
        const wanted = [...newest.values()].sort((a, b) => a.at - b.at)
        expect(await rowsOf(store)).toEqual(
          wanted.map(({ at, sku, quantity, status }) => [at, sku, quantity, status].join(" "))
        )
        const sums = new Map<string, number>()
        for (const { at, sku, quantity, status } of wanted) {
          const key = `${sku} ${Math.floor(at / dayMs)}`
          if (status !== "cancelled") sums.set(key, (sums.get(key) ?? 0) + quantity)
        }
        const daily = await readDaily(store)
        const read = [...daily.day].map((day, i): [string, number] => [
          `${daily.skus[daily.sku[i] ?? 0]} ${day}`,
          daily.units[i] ?? 0
        ])
        expect(new Map(read)).toEqual(sums)
        store.close()
      }),
      { numRuns: 60 }
    )
  })
})
