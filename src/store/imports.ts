import type { StockNote } from "../domain/history"
import type { Listing } from "../domain/listing"
import type { Override, StoredImport } from "./blocks"
import { dayMs } from "./daily"
import type { Database } from "./database"
import { exclusive } from "./exclusive"
import { enqueue } from "./jobs"
import { beat } from "./pulse"
import { stockNotes } from "./save-reading"
import { findOverrides } from "./supersede"

/** Starts an import whose records count for nothing yet. */
export async function beginImport(
  db: Database,
  facts: Omit<StoredImport, "id" | "state">
): Promise<number> {
  return db.imports.add({ ...facts, state: "staged" } as StoredImport)
}

/** The import that brought exactly this before. */
export async function sameImport(
  db: Database,
  fingerprint: string
): Promise<StoredImport | undefined> {
  const found = await db.imports.where("fingerprint").equals(fingerprint).toArray()
  return found.find(({ state }) => state !== "staged")
}

const newer = (before: Listing | undefined, staged: Listing): Listing =>
  !before
    ? staged
    : before.readAt > staged.readAt
      ? { ...staged, ...before }
      : { ...before, ...staged }

/** What a staged import knows better than the live ones, and they than it. Within `exclusive`. */
export async function overridesOf(db: Database, importId: number): Promise<Override[]> {
  const live = new Set(await db.imports.where("state").equals("live").primaryKeys())
  const lines = await db.blocks.where("kind").equals("lines").toArray()
  return findOverrides(
    db,
    lines.filter((block) => block.import === importId),
    lines.filter((block) => live.has(block.import))
  )
}

/**
 * Makes a staged import count, in one transaction: its blocks, what it knows better than others and the other way
 * round, and its listings, of which the old ones are kept for an undo.
 */
export function commitImport(
  db: Database,
  importId: number,
  facts: Partial<StoredImport>
): Promise<void> {
  return exclusive(db, () => commit(db, importId, facts))
}

async function commit(db: Database, importId: number, facts: Partial<StoredImport>): Promise<void> {
  const overrides = await overridesOf(db, importId)
  const tables = [
    db.imports,
    db.overrides,
    db.listings,
    db.stockNotes,
    db.stagedListings,
    db.replacedListings,
    db.jobs,
    db.pulse
  ]
  await db.transaction("rw", tables, async () => {
    const staged = await db.stagedListings.where("import").equals(importId).toArray()
    const before = await db.listings.bulkGet(staged.map(({ id }) => id))
    await db.replacedListings.bulkPut(
      before.map((listing, i) => ({
        import: importId,
        id: staged[i]?.id ?? "",
        ...(listing && { before: listing })
      }))
    )
    await db.listings.bulkPut(staged.map(({ listing }, i) => newer(before[i], listing)))
    await addNotes(db, stockNotes(staged.map(({ listing }) => listing)))
    await db.stagedListings.where("import").equals(importId).delete()
    await db.overrides.bulkPut(overrides)
    await db.imports.update(importId, { ...facts, state: "live" })
    await enqueue(db, "score-orders")
    await enqueue(db, "recommend")
    await enqueue(db, "forecast-demand")
    await beat(db)
  })
}

/** The latest note of a day stays. */
async function addNotes(db: Database, notes: StockNote[]): Promise<void> {
  const before = await db.stockNotes.bulkGet(notes.map(({ listingId, day }) => [listingId, day]))
  await db.stockNotes.bulkPut(notes.filter(({ at }, i) => at >= (before[i]?.at ?? 0)))
}

const blockTables = (db: Database) => [
  db.imports,
  db.overrides,
  db.blocks,
  db.blockBytes,
  db.stagedListings
]

/** Within a transaction over `blockTables`. */
async function deleteBlocks(db: Database, importId: number): Promise<void> {
  const blocks = await db.blocks.where("import").equals(importId).primaryKeys()
  await db.stagedListings.where("import").equals(importId).delete()
  await db.overrides.where("import").equals(importId).delete()
  await db.overrides.where("block").anyOf(blocks).delete()
  await db.blockBytes.bulkDelete(blocks)
  await db.blocks.bulkDelete(blocks)
  await db.imports.delete(importId)
}

/** What an import brought beside its blocks: its listings go, those they had replaced come back, its stock notes go. */
async function takeListingsBack(db: Database, importId: number): Promise<void> {
  const replaced = await db.replacedListings.where("import").equals(importId).toArray()
  const made = (await db.imports.get(importId))?.asOf ?? 0
  const day = made - (made % dayMs)
  const notes = await db.stockNotes.bulkGet(replaced.map(({ id }) => [id, day]))
  const own = notes.flatMap((note) => (note?.at === made ? [note] : []))
  await db.stockNotes.bulkDelete(own.map((note) => [note.listingId, note.day]))
  const known = replaced.flatMap(({ before }) => (before ? [before as Listing] : []))
  const brought = replaced.filter(({ before }) => !before).map(({ id }) => id)
  await db.listings.bulkPut(known)
  await db.listings.bulkDelete(brought)
  await db.replacedListings.where("import").equals(importId).delete()
}

/** Takes an import out again: what it brought goes, what it had replaced comes back. */
export function removeImport(db: Database, importId: number): Promise<void> {
  const tables = [...blockTables(db), db.listings, db.stockNotes, db.replacedListings]
  const remove = () =>
    db.transaction("rw", [...tables, db.jobs, db.pulse], async () => {
      await takeListingsBack(db, importId)
      await deleteBlocks(db, importId)
      await enqueue(db, "score-orders")
      await enqueue(db, "recommend")
      await enqueue(db, "forecast-demand")
      await beat(db)
    })
  return exclusive(db, remove)
}

/** Removes a staged import, of which nothing counted yet. */
export async function discardImport(db: Database, importId: number): Promise<void> {
  await db.transaction("rw", [...blockTables(db), db.pulse], async () => {
    await deleteBlocks(db, importId)
    // fewer rows than the canary may have counted meanwhile
    await beat(db)
  })
}

/** What an import that never ended left behind: the worker stopped, the browser was closed. */
export async function dropStaged(db: Database): Promise<number> {
  const staged = await db.imports.where("state").equals("staged").primaryKeys()
  for (const id of staged) await discardImport(db, id)
  return staged.length
}
