import { Database, schemaVersion } from "./database"

export type OpenStore = {
  db: Database
  /** A newer Portside has written here: we may read, never write (RELIABILITY M14: Dexie itself would not notice). */
  readOnly: boolean
}

/** Dexie stores its version ×10. */
async function storedSchema(name: string): Promise<number> {
  const databases = await indexedDB.databases()
  const found = databases.find((database) => database.name === name)
  return (found?.version ?? 0) / 10
}

/** Opens the store, read-only where its schema is newer than this code. */
export async function openStore(name = "portside"): Promise<OpenStore> {
  const readOnly = (await storedSchema(name)) > schemaVersion
  const db = new Database(name)
  await db.open()
  return { db, readOnly }
}
