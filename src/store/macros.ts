import type { Macro } from "../domain/macro"
import type { Database } from "./database"

/** Writes a macro; how often it was taken stays. */
export async function saveMacro(
  db: Database,
  macro: Omit<Macro, "used" | "updatedAt">,
  now: number
): Promise<void> {
  await db.transaction("rw", db.macros, async () => {
    const known = await db.macros.get(macro.id)
    await db.macros.put({ ...macro, used: known?.used ?? 0, updatedAt: now })
  })
}

/** Counts that a macro was taken; one of ours is not counted. */
export async function countUse(db: Database, id: string): Promise<void> {
  await db.macros
    .where("id")
    .equals(id)
    .modify((macro) => {
      macro.used++
    })
}
