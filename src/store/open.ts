import { Database, schemaVersion } from "./database"

export type OpenStore = {
  db: Database
  /** Then we may read, never write; `why` says what the seller can do about it. */
  readOnly: boolean
  /** "newer": a newer Portside has written here (RELIABILITY M14: Dexie itself would not notice). "lost": rows are missing. */
  why?: "newer" | "lost"
}

/** Another window holds an older version of the store open and does not let go. */
export class StoreBlocked extends Error {
  constructor() {
    super("another window keeps the store from being opened")
    this.name = "StoreBlocked"
  }
}

/** Dexie's own `open` would wait without end (RELIABILITY M14). */
const openWithinMs = 5_000

/** Dexie stores its version ×10. */
async function storedSchema(name: string): Promise<number> {
  const databases = await indexedDB.databases()
  const found = databases.find((database) => database.name === name)
  return (found?.version ?? 0) / 10
}

async function openInTime(db: Database): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    db.on("blocked", () => {
      timer = setTimeout(() => reject(new StoreBlocked()), openWithinMs)
    })
  })
  try {
    await Promise.race([db.open(), late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Opens the store, read-only where its schema is newer than this code.
 * @throws StoreBlocked after 5 s when another window keeps an upgrade from starting
 */
export async function openStore(name = "portside"): Promise<OpenStore> {
  const newer = (await storedSchema(name)) > schemaVersion
  const db = new Database(name)
  await openInTime(db)
  return newer ? { db, readOnly: true, why: "newer" } : { db, readOnly: false }
}
