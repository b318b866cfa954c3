import { emptyReport } from "../domain/imported"
import type { BlockIndex, Override, StoredImport } from "./blocks"
import { allowFewer } from "./canary"
import type { Database } from "./database"
import { exclusive } from "./exclusive"
import { ImportWriter } from "./import-writer"
import { beginImport } from "./imports"
import { blockRows, type LineColumns, lineAt } from "./line-block"
import { beat } from "./pulse"
import { applyOverrides, openLines } from "./supersede"

/** So long an import can be undone; then its rows may be brought together with others'. */
export const undoableMs = 30 * 86_400_000
/** Blocks that could be this much fewer are worth the work. */
const worthwhile = 4

type Place = { block: number; row: number }

/** Where the rows of the old blocks went, for what newer imports still say of them. */
function moved(override: Override, places: Map<number, Map<number, Place>>): Override[] {
  const byBlock = new Map<number, { dead: number[]; patched: number[]; from: number[] }>()
  const at = (row: number) => {
    const place = places.get(override.block)?.get(row)
    if (!place) return undefined
    const known = byBlock.get(place.block) ?? { dead: [], patched: [], from: [] }
    byBlock.set(place.block, known)
    return { ...place, known }
  }
  for (const row of override.dead) {
    const to = at(row)
    to?.known.dead.push(to.row)
  }
  for (const [i, row] of override.patched.entries()) {
    const to = at(row)
    to?.known.patched.push(to.row)
    to?.known.from.push(i)
  }
  return [...byBlock].map(([block, { dead, patched, from }]) => ({
    block,
    import: override.import,
    dead: Uint32Array.from(dead),
    patched: Uint32Array.from(patched),
    statuses: Uint8Array.from(from, (i) => override.statuses[i] ?? 0),
    stateAts: Float64Array.from(from, (i) => override.stateAts[i] ?? 0)
  }))
}

/**
 * Brings the lines of imports that can no longer be undone into full blocks, without the rows that newer files of theirs
 * replaced. All in one commit: before it nothing changes, after it nothing of the old is left.
 * @returns how many blocks fewer there are
 */
export function compact(db: Database, now: number): Promise<number> {
  return exclusive(db, () => bringTogether(db, now))
}

async function bringTogether(db: Database, now: number): Promise<number> {
  const imports = await db.imports.where("state").equals("live").toArray()
  const old = imports.filter(({ importedAt, lines }) => lines > 0 && importedAt <= now - undoableMs)
  const settled = new Set(old.map(({ id }) => id))
  const blocks = (await db.blocks.where("kind").equals("lines").toArray())
    .filter((block) => settled.has(block.import))
    .sort((a, b) => a.minAt - b.minAt || a.id - b.id)
  const overrides = await db.overrides
    .where("block")
    .anyOf(blocks.map(({ id }) => id))
    .toArray()
  const own = overrides.filter((override) => settled.has(override.import))
  const foreign = overrides.filter((override) => !settled.has(override.import))
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0)
  const dead = own.reduce((sum, override) => sum + override.dead.length, 0)
  const fewer = blocks.length - Math.ceil(Math.max(1, rows - dead) / blockRows)
  if (fewer < worthwhile) return 0

  const base = await beginImport(db, baseOf(old, now))
  const aliases = new Map<string, number>()
  const named = blocks.some((block) => block.aliases)
  const writer = new ImportWriter(db, base, named ? (id) => aliases.get(id) : undefined)
  const places = new Map<number, Map<number, Place>>()
  for (const block of blocks) {
    const columns = await openLines(db, block.id)
    columns.orderIds.forEach((id, i) => {
      const alias = block.aliases?.[i]
      if (alias !== undefined) aliases.set(id, alias)
    })
    places.set(
      block.id,
      await rewrite(
        writer,
        columns,
        own.filter((one) => one.block === block.id)
      )
    )
  }
  await writer.finish()
  await allowFewer()
  await commit(db, base, writer, {
    old,
    blocks,
    overrides: foreign.flatMap((one) => moved(one, places))
  })
  return fewer
}

function baseOf(old: StoredImport[], now: number): Omit<StoredImport, "id" | "state"> {
  const newest = old.reduce((a, b) => (a.asOf > b.asOf ? a : b))
  const { id: _id, state: _state, ...facts } = newest
  return {
    ...facts,
    name: old
      .map(({ name }) => name)
      .join(", ")
      .slice(0, 500),
    format: "base",
    fingerprint: `base-${now}`,
    importedAt: now - undoableMs,
    report: emptyReport(),
    listings: 0,
    movements: 0
  }
}

async function rewrite(
  writer: ImportWriter,
  columns: LineColumns,
  overrides: Override[]
): Promise<Map<number, Place>> {
  const isLive = applyOverrides(columns, overrides)
  const to = new Map<number, Place>()
  for (let row = 0; row < columns.at.length; row++) {
    if (!isLive(row)) continue
    to.set(row, writer.nextPlace())
    const full = writer.addLine(lineAt(columns, row))
    if (full) await full
  }
  return to
}

async function commit(
  db: Database,
  base: number,
  writer: ImportWriter,
  { old, blocks, overrides }: { old: StoredImport[]; blocks: BlockIndex[]; overrides: Override[] }
): Promise<void> {
  const ids = blocks.map(({ id }) => id)
  const tables = [db.imports, db.overrides, db.blocks, db.blockBytes, db.pulse]
  await db.transaction("rw", tables, async () => {
    // what the old imports knew better about newer ones goes on under the new name
    const winners = await db.overrides
      .where("import")
      .anyOf(old.map(({ id }) => id))
      .toArray()
    const kept = winners.filter(({ block }) => !ids.includes(block))
    await db.overrides
      .where("import")
      .anyOf(old.map(({ id }) => id))
      .delete()
    await db.overrides.where("block").anyOf(ids).delete()
    await db.overrides.bulkPut(joined(kept.map((one) => ({ ...one, import: base }))))
    await db.overrides.bulkPut(overrides)
    await db.blockBytes.bulkDelete(ids)
    await db.blocks.bulkDelete(ids)
    for (const one of old) await db.imports.update(one.id, { state: "settled" })
    const { lines, minAt, maxAt } = writer
    await db.imports.update(base, { state: "live", lines, minAt, maxAt })
    await beat(db)
  })
}

/** Several old imports may have known better about one block. */
function joined(overrides: Override[]): Override[] {
  const byBlock = new Map<number, Override>()
  for (const one of overrides) {
    const known = byBlock.get(one.block)
    if (!known) {
      byBlock.set(one.block, one)
      continue
    }
    byBlock.set(one.block, {
      ...known,
      dead: Uint32Array.from([...known.dead, ...one.dead]),
      patched: Uint32Array.from([...known.patched, ...one.patched]),
      statuses: Uint8Array.from([...known.statuses, ...one.statuses]),
      stateAts: Float64Array.from([...known.stateAts, ...one.stateAts])
    })
  }
  return [...byBlock.values()]
}
