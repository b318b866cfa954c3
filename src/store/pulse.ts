import type { Database } from "./database"

/** The database's own mark: which installation's it is, and how many times it was written. */
export type Pulse = { id: "pulse"; install: string; generation: number }

/** One more write. Call it in the transaction that writes, with `db.pulse` among its tables. */
export async function beat(db: Database): Promise<void> {
  const known = await db.pulse.get("pulse")
  await db.pulse.put({
    id: "pulse",
    install: known?.install ?? crypto.randomUUID(),
    generation: (known?.generation ?? 0) + 1
  })
}
