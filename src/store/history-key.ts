import type { Database } from "./database"
import { freshKeyBytes, importKey } from "./seal"

const keys = new WeakMap<Database, Promise<CryptoKey>>()

async function load(db: Database): Promise<CryptoKey> {
  const fresh = freshKeyBytes()
  const raw = await db.transaction("rw", db.keys, async () => {
    const known = await db.keys.get("history")
    if (known) return known.raw
    await db.keys.add({ id: "history", raw: fresh })
    return fresh
  })
  return importKey(raw)
}

/**
 * The key of the order history. It lies beside what it seals: it shows damage and change, and deleting it makes every
 * block unreadable at once. It is no protection against someone who reads the disk; buyer text has a key of its own.
 */
export function historyKey(db: Database): Promise<CryptoKey> {
  let key = keys.get(db)
  if (!key) {
    key = load(db).catch((error) => {
      keys.delete(db)
      throw error
    })
    keys.set(db, key)
  }
  return key
}

/** After the key was replaced (restore) or destroyed (delete everything). */
export function forgetHistoryKey(db: Database): void {
  keys.delete(db)
}
