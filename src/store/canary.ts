import type { Database } from "./database"

/** Tables whose rows a seller would miss. */
export const counted = ["orders", "listings", "imports", "blocks", "feedback", "messages"] as const
export type Counts = Record<(typeof counted)[number], number>

/**
 * What the database held when it was last known to be whole. It lives in `chrome.storage.local`, a store of its own on
 * disk: Chromium empties every IndexedDB of an extension silently when one file of theirs is damaged (RELIABILITY M10,
 * M11). `counts` is absent while something is deleted on purpose.
 */
export type Canary = {
  install: string
  generation: number
  counts?: Counts
  schema: number
  at: number
}

export type Loss = { expected: Canary; found: Counts | null; foundGeneration: number }

export type Health = { state: "fine" } | { state: "lost"; loss: Loss }

const key = "canary"

export async function readCanary(): Promise<Canary | undefined> {
  const stored = await chrome.storage.local.get(key)
  return stored[key] as Canary | undefined
}

export async function countRows(db: Database): Promise<Counts> {
  const counts = await Promise.all(counted.map((table) => db.table(table).count()))
  return Object.fromEntries(counted.map((table, i) => [table, counts[i] ?? 0])) as Counts
}

/** Notes what the database holds now. Call it after a commit; a lost call only makes the canary older, never wrong. */
export async function recordCanary(db: Database, schema: number, now: number): Promise<void> {
  const [pulse, counts] = await Promise.all([db.pulse.get("pulse"), countRows(db)])
  if (!pulse) return
  const { install, generation } = pulse
  const canary: Canary = { install, generation, counts, schema, at: now }
  await chrome.storage.local.set({ [key]: canary })
}

/** Before rows are deleted on purpose: until the next `recordCanary` fewer rows are no loss. */
export async function allowFewer(): Promise<void> {
  const canary = await readCanary()
  if (!canary) return
  const { counts: _, ...rest } = canary
  await chrome.storage.local.set({ [key]: rest })
}

export const forgetCanary = () => chrome.storage.local.remove(key)

/**
 * Compares the database with its canary: gone, another one's, behind in its writes, or with fewer rows at the same
 * write. Without a canary (new, or `storage.local` cleared) there is nothing to compare with: the next write makes one.
 */
export async function checkHealth(db: Database): Promise<Health> {
  const canary = await readCanary()
  if (!canary) return { state: "fine" }
  const pulse = await db.pulse.get("pulse")
  if (!pulse || pulse.install !== canary.install || pulse.generation < canary.generation) {
    const found = await countRows(db)
    const foundGeneration = pulse?.generation ?? 0
    return { state: "lost", loss: { expected: canary, found, foundGeneration } }
  }
  const { counts } = canary
  if (!counts) return { state: "fine" }
  const found = await countRows(db)
  const fewer = counted.some((table) => found[table] < counts[table])
  // a later write may have deleted rows on purpose just before the worker stopped
  if (fewer && pulse.generation === canary.generation) {
    return { state: "lost", loss: { expected: canary, found, foundGeneration: pulse.generation } }
  }
  return { state: "fine" }
}
