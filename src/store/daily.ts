import { type OrderStatus, orderStatuses, unsoldStatuses } from "../domain/order-status"
import { type ColumnSet, pack, unpack } from "./columns"
import type { LineColumns } from "./line-block"

export const dayMs = 86_400_000

/** Units sold by SKU and UTC day. */
export interface DailyColumns extends ColumnSet {
  skus: readonly string[]
  sku: Uint32Array
  /** Days since 1970. */
  day: Int32Array
  units: Int32Array
}

const shape = { skus: "text", sku: "u32", day: "i32", units: "i32" } as const
export const unpackDaily = (bytes: Uint8Array<ArrayBuffer>) => unpack<DailyColumns>(bytes, shape)
export const packDaily = (daily: DailyColumns) => pack(daily)

/** What was refunded had been sold. */
export const isSold = (status: OrderStatus) => !unsoldStatuses.has(orderStatuses.indexOf(status))

/** Adds units up by SKU and day; the same pair may be added often. */
export class DailySum {
  private readonly skus: string[] = []
  private readonly numbers = new Map<string, number>()
  private readonly units = new Map<number, number>()

  /** The number of a SKU here, for `add`. */
  number(sku: string): number {
    let found = this.numbers.get(sku)
    if (found === undefined) {
      found = this.skus.push(sku) - 1
      this.numbers.set(sku, found)
    }
    return found
  }

  add(sku: number, day: number, units: number): void {
    const key = sku * 65_536 + day
    this.units.set(key, (this.units.get(key) ?? 0) + units)
  }

  addLines(columns: LineColumns, isLive: (row: number) => boolean = () => true): void {
    const numbers = Uint32Array.from(columns.skus, (sku) => this.number(sku))
    for (let row = 0; row < columns.at.length; row++) {
      if (!isLive(row) || unsoldStatuses.has(columns.status[row] ?? 0)) continue
      const day = Math.floor((columns.at[row] ?? 0) / dayMs)
      this.add(numbers[columns.sku[row] ?? 0] ?? 0, day, columns.quantity[row] ?? 0)
    }
  }

  addDaily(daily: DailyColumns): void {
    const numbers = Uint32Array.from(daily.skus, (sku) => this.number(sku))
    for (let i = 0; i < daily.day.length; i++) {
      this.add(numbers[daily.sku[i] ?? 0] ?? 0, daily.day[i] ?? 0, daily.units[i] ?? 0)
    }
  }

  /** By SKU, then by day. */
  columns(): DailyColumns {
    const keys = Float64Array.from(this.units.keys()).sort()
    const daily = {
      skus: this.skus,
      sku: new Uint32Array(keys.length),
      day: new Int32Array(keys.length),
      units: new Int32Array(keys.length)
    }
    keys.forEach((key, i) => {
      daily.sku[i] = Math.floor(key / 65_536)
      daily.day[i] = key % 65_536
      daily.units[i] = this.units.get(key) ?? 0
    })
    return daily
  }
}
