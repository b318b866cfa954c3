import { useLiveQuery } from "dexie-react-hooks"
import { Database } from "../store/database"

const db = new Database()

/** A live query on the store: runs again whenever the worker writes what it read. Undefined while it loads. */
export function useStore<T>(
  query: (db: Database) => Promise<T>,
  deps: unknown[] = []
): T | undefined {
  return useLiveQuery(() => query(db), deps)
}
