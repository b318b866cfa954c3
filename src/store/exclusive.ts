import type { Database } from "./database"

const waiting = new WeakMap<Database, Promise<unknown>>()

/**
 * One change of the sealed history at a time: what a commit compares itself with must not change before it is done.
 * The worker alone makes such changes.
 */
export function exclusive<T>(db: Database, change: () => Promise<T>): Promise<T> {
  const before = waiting.get(db) ?? Promise.resolve()
  const running = before.then(change, change)
  waiting.set(
    db,
    running.catch(() => undefined)
  )
  return running
}
