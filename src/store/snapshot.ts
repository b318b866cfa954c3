import Dexie, { type EntityTable } from "dexie"
import type { BlockBytes, BlockIndex } from "./blocks"
import { type Counts, countRows } from "./canary"
import type { Database } from "./database"
import { forgetHistoryKey, historyKey } from "./history-key"
import { base64Of, bytesOf, decodeRows, encodeRows } from "./row-codec"
import { importKey, type Sealed, seal, unseal } from "./seal"

/** Not copied as a whole: blocks go one by one, they never change; the rest is made again or must not live longer. */
const left = new Set([
  "blocks",
  "blockBytes",
  "stagedListings",
  "jobs",
  "fits",
  "pulse",
  "buyerTexts"
])

type Slot = "a" | "b"
export type SnapshotNote = {
  slot: Slot
  at: number
  generation: number
  install: string
  counts: Counts
  tables: Record<string, Sealed>
}

class SnapshotDatabase extends Dexie {
  readonly notes!: EntityTable<SnapshotNote, "slot">
  readonly blocks!: EntityTable<BlockIndex, "id">
  readonly blockBytes!: EntityTable<BlockBytes, "id">
  constructor(indexedDB: IDBFactory) {
    super("portside-snapshot", {
      indexedDB,
      IDBKeyRange: globalThis.IDBKeyRange,
      chromeTransactionDurability: "strict"
    })
    this.version(1).stores({ notes: "slot", blocks: "id", blockBytes: "id" })
  }
}

type Buckets = {
  open(name: string, options: object): Promise<{ indexedDB: IDBFactory }>
  delete(name: string): Promise<void>
}
const bucketName = "portside-backup"

const buckets = () => (navigator as unknown as { storageBuckets: Buckets }).storageBuckets

/** A Storage Bucket has files of its own: what damages the working database leaves it alone (RELIABILITY M11). */
async function openSnapshots(): Promise<SnapshotDatabase> {
  const bucket = await buckets().open(bucketName, { durability: "strict", persisted: true })
  const db = new SnapshotDatabase(bucket.indexedDB)
  await db.open()
  return db
}

const keyCopy = "history-key"
const place = (slot: Slot, table: string) => `snapshot/${slot}/${table}`

/** The history's key outlives the database that it is of. */
async function keepKey(db: Database): Promise<CryptoKey> {
  const key = await historyKey(db)
  const stored = await db.keys.get("history")
  if (stored) await chrome.storage.local.set({ [keyCopy]: base64Of(stored.raw) })
  return key
}

/** Copies what changed: new blocks, and every other table into the older of two slots. False when nothing changed. */
export async function takeSnapshot(db: Database, now: number): Promise<boolean> {
  const pulse = await db.pulse.get("pulse")
  if (!pulse) return false
  const copy = await openSnapshots()
  try {
    const [a, b] = await copy.notes.bulkGet(["a", "b"])
    if (Math.max(a?.generation ?? -1, b?.generation ?? -1) === pulse.generation) return false
    const key = await keepKey(db)
    const slot: Slot = (a?.at ?? 0) <= (b?.at ?? 0) ? "a" : "b"
    const [wanted, known] = await Promise.all([
      db.blocks.toCollection().primaryKeys(),
      copy.blocks.toCollection().primaryKeys()
    ])
    const had = new Set(known)
    for (const id of wanted.filter((id) => !had.has(id))) {
      const [index, bytes] = await Promise.all([db.blocks.get(id), db.blockBytes.get(id)])
      if (!index || !bytes) continue
      await copy.transaction("rw", [copy.blocks, copy.blockBytes], async () => {
        await copy.blocks.put(index)
        await copy.blockBytes.put(bytes)
      })
    }
    const tables: Record<string, Sealed> = {}
    for (const table of db.tables.filter(({ name }) => !left.has(name))) {
      tables[table.name] = await seal(
        key,
        place(slot, table.name),
        encodeRows(await table.toArray())
      )
    }
    const { install, generation } = pulse
    // an import that came or went meanwhile would stand in the copy without its blocks: the next copy has it whole
    const after = await db.blocks.toCollection().primaryKeys()
    if (after.join() !== wanted.join()) return false
    const counts = await countRows(db)
    await copy.notes.put({ slot, at: now, generation, install, counts, tables })
    // the other slot may still need blocks that are gone here; they go once both slots are newer
    const gone = known.filter((id) => !wanted.includes(id))
    const both = Math.min(a?.generation ?? generation, b?.generation ?? generation)
    if (gone.length > 0 && both >= generation - 1) {
      await copy.blocks.bulkDelete(gone)
      await copy.blockBytes.bulkDelete(gone)
    }
    return true
  } finally {
    copy.close()
  }
}

/** The snapshots that there are, newest first, without opening them. */
export async function listSnapshots(): Promise<Omit<SnapshotNote, "tables">[]> {
  const copy = await openSnapshots()
  try {
    const notes = await copy.notes.toArray()
    return notes
      .map(({ tables: _, ...note }) => note)
      .sort((one, other) => other.generation - one.generation)
  } finally {
    copy.close()
  }
}

/** Neither of the two copies opens, or there is none. */
export class NoCopy extends Error {
  constructor(why: string) {
    super(why)
    this.name = "NoCopy"
  }
}

export type OpenedCopy = {
  note: Omit<SnapshotNote, "tables">
  tables: Map<string, unknown[]>
  blocks: BlockIndex[]
  blockBytes: BlockBytes[]
}

/** The newest snapshot that opens, with the blocks that belong to it. @throws NoCopy */
export async function openCopy(): Promise<OpenedCopy> {
  const raw = (await chrome.storage.local.get(keyCopy))[keyCopy]
  if (typeof raw !== "string") throw new NoCopy("the copies' key is gone")
  const key = await importKey(bytesOf(raw))
  const copy = await openSnapshots().catch(() => {
    throw new NoCopy("the copies' store does not open")
  })
  try {
    const notes = (await copy.notes.toArray()).sort((a, b) => b.generation - a.generation)
    for (const { tables: sealed, ...note } of notes) {
      const tables = await openTables(key, note.slot, sealed).catch(() => null)
      if (!tables) continue
      const imports = (tables.get("imports") ?? []) as { id: number }[]
      const live = new Set(imports.map(({ id }) => id))
      const blocks = (await copy.blocks.toArray()).filter((block) => live.has(block.import))
      const found = await copy.blockBytes.bulkGet(blocks.map(({ id }) => id))
      const blockBytes = found.filter((bytes) => bytes !== undefined)
      return { note, tables, blocks, blockBytes }
    }
    throw new NoCopy("no copy opens")
  } finally {
    copy.close()
  }
}

/**
 * Puts the newest snapshot that opens in the place of what is left of the database, in one transaction.
 * @returns the note of the snapshot that was used
 * @throws NoCopy when none opens; the database is then unchanged
 */
export async function restoreSnapshot(db: Database): Promise<Omit<SnapshotNote, "tables">> {
  const { note, tables, blocks, blockBytes } = await openCopy()
  await db.transaction("rw", db.tables, async () => {
    for (const table of db.tables) {
      await table.clear()
      const own = tables.get(table.name)
      if (own) await table.bulkPut(own)
    }
    await db.blocks.bulkPut(blocks)
    await db.blockBytes.bulkPut(blockBytes)
    await db.pulse.put({ id: "pulse", install: note.install, generation: note.generation })
  })
  forgetHistoryKey(db)
  return note
}

async function openTables(
  key: CryptoKey,
  slot: Slot,
  tables: Record<string, Sealed>
): Promise<Map<string, unknown[]>> {
  const rows = new Map<string, unknown[]>()
  for (const [name, sealed] of Object.entries(tables)) {
    rows.set(name, decodeRows(await unseal(key, place(slot, name), sealed)))
  }
  return rows
}

/** Part of "delete everything". */
export async function deleteSnapshots(): Promise<void> {
  await buckets().delete(bucketName)
  await chrome.storage.local.remove(keyCopy)
}
