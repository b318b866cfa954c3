import type { ImportedMovement } from "../domain/imported"
import type { Listing } from "../domain/listing"
import { type BlockBytes, type BlockIndex, blockId, dailyPlace, rowsPlace } from "./blocks"
import { DailySum, packDaily } from "./daily"
import type { Database } from "./database"
import { historyKey } from "./history-key"
import { blockRows, LineBlockBuilder, packLines, type StoredLine, zoneOf } from "./line-block"
import { packMovements } from "./movement-block"
import { seal } from "./seal"

/** Blocks that are compressed and sealed while the next rows are read. */
const inFlight = 3

/** Writes the records of one staged import, block by block; nothing of it counts until `commitImport`. */
export class ImportWriter {
  lines = 0
  listings = 0
  movements = 0
  minAt = Number.POSITIVE_INFINITY
  maxAt = Number.NEGATIVE_INFINITY
  private sequence = 0
  private builder = new LineBlockBuilder()
  private waitingListings: Listing[] = []
  private waitingMovements: ImportedMovement[] = []
  private readonly writes = new Set<Promise<void>>()
  private failure: unknown

  /** `aliasOf`: the hash of an order's id without its shop, where the lines name one. */
  constructor(
    private readonly db: Database,
    private readonly importId: number,
    private readonly aliasOf?: (orderId: string) => number | undefined
  ) {}

  /** Undefined nearly always; once a block is full, a promise that the next record must wait for. */
  addLine(line: StoredLine): Promise<void> | undefined {
    this.builder.add(line)
    this.lines++
    if (line.at < this.minAt) this.minAt = line.at
    if (line.at > this.maxAt) this.maxAt = line.at
    return this.builder.full ? this.flushLines() : undefined
  }

  /** The block and row that the next line will have. */
  nextPlace(): { block: number; row: number } {
    return { block: blockId(this.importId, this.sequence), row: this.builder.rows }
  }

  addListing(listing: Listing): Promise<void> | undefined {
    this.waitingListings.push(listing)
    this.listings++
    return this.waitingListings.length >= blockRows ? this.flushListings() : undefined
  }

  addMovement(movement: ImportedMovement): Promise<void> | undefined {
    this.waitingMovements.push(movement)
    this.movements++
    return this.waitingMovements.length >= blockRows ? this.flushMovements() : undefined
  }

  /** Waits until everything is written. @throws what a write threw */
  async finish(): Promise<void> {
    if (this.builder.rows > 0) await this.flushLines()
    if (this.waitingListings.length > 0) await this.flushListings()
    if (this.waitingMovements.length > 0) await this.flushMovements()
    await Promise.all(this.writes)
    if (this.failure) throw this.failure
  }

  /** Waits for the writes that are under way, whatever becomes of them: what comes after them may remove it all. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.writes)
  }

  private async start(write: () => Promise<void>): Promise<void> {
    if (this.failure) throw this.failure
    const running = write()
      .catch((error) => {
        this.failure ??= error
      })
      .finally(() => this.writes.delete(running))
    this.writes.add(running)
    if (this.writes.size >= inFlight) await Promise.race(this.writes)
  }

  private async flushLines(): Promise<void> {
    const columns = this.builder.columns()
    this.builder = new LineBlockBuilder()
    const id = blockId(this.importId, this.sequence++)
    const zone = zoneOf(columns, this.aliasOf)
    const index: BlockIndex = { id, import: this.importId, kind: "lines", ...zone }
    const sum = new DailySum()
    sum.addLines(columns)
    const [rows, daily] = [packLines(columns), packDaily(sum.columns())]
    await this.start(async () => {
      const key = await historyKey(this.db)
      const [sealedRows, sealedDaily] = await Promise.all([
        seal(key, rowsPlace(id), rows),
        seal(key, dailyPlace(id), daily)
      ])
      await this.put(index, { id, rows: sealedRows, daily: sealedDaily })
    })
  }

  private async flushMovements(): Promise<void> {
    const movements = this.waitingMovements
    this.waitingMovements = []
    const id = blockId(this.importId, this.sequence++)
    const times = movements.map(({ at }) => at)
    const index: BlockIndex = {
      id,
      import: this.importId,
      kind: "movements",
      rows: movements.length,
      minAt: Math.min(...times),
      maxAt: Math.max(...times),
      hashes: new Float64Array(),
      skuHashes: new Float64Array()
    }
    const packed = packMovements(movements)
    await this.start(async () => {
      const rows = await seal(await historyKey(this.db), rowsPlace(id), packed)
      await this.put(index, { id, rows })
    })
  }

  private put(index: BlockIndex, bytes: BlockBytes): Promise<void> {
    return this.db.transaction("rw", [this.db.blocks, this.db.blockBytes], async () => {
      await this.db.blocks.put(index)
      await this.db.blockBytes.put(bytes)
    })
  }

  /** Listings wait beside the stored ones until the commit. */
  private async flushListings(): Promise<void> {
    const rows = this.waitingListings.map((listing) => ({
      import: this.importId,
      id: listing.id,
      listing
    }))
    this.waitingListings = []
    await this.start(async () => {
      await this.db.stagedListings.bulkPut(rows)
    })
  }
}
