import { type BlockIndex, type Override, rowsPlace } from "./blocks"
import type { Database } from "./database"
import { historyKey } from "./history-key"
import { type LineColumns, unpackLines } from "./line-block"
import { unseal } from "./seal"

/** The rows of one block, opened. @throws SealBroken */
export async function openLines(db: Database, id: number): Promise<LineColumns> {
  const bytes = await db.blockBytes.get(id)
  if (!bytes) throw new Error(`block ${id} is gone`)
  return unpackLines(await unseal(await historyKey(db), rowsPlace(id), bytes.rows))
}

/** What decides between versions of one order. */
type Version = { stateAt: number; detail: boolean; status: number; block: number; import: number }

/** Binary search. */
export function includes(sorted: Float64Array, value: number): boolean {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle] ?? 0
    if (found === value) return true
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return false
}

function sorted(lists: Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all.sort()
}

const sortedHashes = (blocks: BlockIndex[]) => sorted(blocks.map(({ hashes }) => hashes))

/** Orders of files that name no shop; where one is named, the alias is another. */
const unnamedOf = ({ hashes, aliases }: BlockIndex) =>
  aliases ? hashes.filter((hash, i) => hash === aliases[i]) : hashes

/**
 * The blocks as they are compared: where a file that names no shop knows an order, the same order of a named shop goes
 * under that name too.
 */
function withSharedNames(blocks: BlockIndex[], unnamed: Float64Array): BlockIndex[] {
  return blocks.map((block) => {
    const { aliases, hashes } = block
    if (!aliases) return block
    const name = (hash: number, i: number) => {
      const alias = aliases[i] ?? 0
      return i > 0 && includes(unnamed, alias) ? alias : hash
    }
    return { ...block, hashes: hashes.map(name) }
  })
}

/** Positions in a block's order list that the other side has too; position 0 is "". */
const shared = (block: BlockIndex, other: Float64Array): Set<number> => {
  const positions = new Set<number>()
  block.hashes.forEach((hash, i) => {
    if (i > 0 && includes(other, hash)) positions.add(i)
  })
  return positions
}

type Rows = { dead: number[]; patches: { row: number; status: number; stateAt: number }[] }

class Overrides {
  private readonly rows = new Map<string, Rows & { block: number; import: number }>()

  of(block: number, winner: number): Rows {
    const key = `${block}/${winner}`
    let found = this.rows.get(key)
    if (!found) {
      found = { block, import: winner, dead: [], patches: [] }
      this.rows.set(key, found)
    }
    return found
  }

  list(): Override[] {
    return [...this.rows.values()].map(({ block, import: winner, dead, patches }) => ({
      block,
      import: winner,
      dead: Uint32Array.from(dead),
      patched: Uint32Array.from(patches, ({ row }) => row),
      statuses: Uint8Array.from(patches, ({ status }) => status),
      stateAts: Float64Array.from(patches, ({ stateAt }) => stateAt)
    }))
  }
}

/**
 * Which rows lose where a new import and those before it know the same orders. Lines beat an order without lines; of
 * two alike the newer state wins, the new import when both are as old. Only blocks that share an order are opened.
 */
export async function findOverrides(
  db: Database,
  addedBlocks: BlockIndex[],
  knownBlocks: BlockIndex[]
): Promise<Override[]> {
  const all = [...addedBlocks, ...knownBlocks]
  const unnamed = all.some(({ aliases }) => aliases)
    ? sorted(all.map(unnamedOf))
    : new Float64Array()
  const added = withSharedNames(addedBlocks, unnamed)
  const known = withSharedNames(knownBlocks, unnamed)
  const knownHashes = sortedHashes(known)
  const versions = new Map<number, Version[]>()
  const rowsOf = new Map<number, Map<number, number[]>>()

  async function collect(block: BlockIndex, positions: Set<number>): Promise<void> {
    const columns = await openLines(db, block.id)
    const rows = new Map<number, number[]>()
    for (let row = 0; row < columns.at.length; row++) {
      const position = columns.order[row] ?? 0
      if (!positions.has(position)) continue
      const hash = block.hashes[position] ?? 0
      const before = rows.get(hash)
      if (before) before.push(row)
      else {
        rows.set(hash, [row])
        const version: Version = {
          stateAt: columns.stateAt[row] ?? 0,
          detail: columns.detail[row] === 1,
          status: columns.status[row] ?? 0,
          block: block.id,
          import: block.import
        }
        const others = versions.get(hash)
        if (others) others.push(version)
        else versions.set(hash, [version])
      }
    }
    rowsOf.set(block.id, rows)
  }

  const addedShared = added.map((block) => ({ block, positions: shared(block, knownHashes) }))
  for (const { block, positions } of addedShared) {
    if (positions.size > 0) await collect(block, positions)
  }
  if (versions.size === 0) return []
  const wanted = Float64Array.from(versions.keys()).sort()
  for (const block of known) {
    const positions = shared(block, wanted)
    if (positions.size > 0) await collect(block, positions)
  }

  const newImport = added[0]?.import
  const overrides = new Overrides()
  for (const [hash, all] of versions) {
    for (const fresh of all.filter((version) => version.import === newImport)) {
      for (const old of all.filter((version) => version.import !== newImport)) {
        const freshWins = fresh.detail === old.detail ? fresh.stateAt >= old.stateAt : fresh.detail
        const [winner, loser] = freshWins ? [fresh, old] : [old, fresh]
        const lost = rowsOf.get(loser.block)?.get(hash) ?? []
        overrides.of(loser.block, winner.import).dead.push(...lost)
        // the loser knows no lines but a newer state
        if (loser.stateAt > winner.stateAt && loser.status !== winner.status) {
          const kept = rowsOf.get(winner.block)?.get(hash) ?? []
          const patch = { status: loser.status, stateAt: loser.stateAt }
          overrides
            .of(winner.block, loser.import)
            .patches.push(...kept.map((row) => ({ row, ...patch })))
        }
      }
    }
  }
  return overrides.list()
}

/** Puts patches on a block's statuses and says which rows are still true. `overrides`: those of live imports. */
export function applyOverrides(
  columns: LineColumns,
  overrides: Override[]
): (row: number) => boolean {
  if (overrides.length === 0) return () => true
  const dead = new Uint8Array(columns.at.length)
  for (const override of overrides) {
    for (const row of override.dead) dead[row] = 1
    override.patched.forEach((row, i) => {
      const stateAt = override.stateAts[i] ?? 0
      if (stateAt <= (columns.stateAt[row] ?? 0)) return
      columns.status[row] = override.statuses[i] ?? 0
      columns.stateAt[row] = stateAt
    })
  }
  return (row) => dead[row] === 0
}
