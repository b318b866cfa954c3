import type { Page } from "playwright-core"
import type { Database } from "../src/store/database"

type Tables = {
  [K in keyof Database as Database[K] extends { toArray(): unknown } ? K : never]: Database[K] extends {
    toArray(): PromiseLike<(infer Row)[]>
  }
    ? Row
    : never
}

/** Every row of one table of the extension's store, read in one of its own pages without its code. */
export async function readTable<K extends keyof Tables & string>(page: Page, table: K): Promise<Tables[K][]> {
  const rows = await page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("portside")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          if (!db.objectStoreNames.contains(name)) {
            db.close()
            return resolve([])
          }
          const reading = db.transaction(name).objectStore(name).getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            db.close()
            resolve(reading.result)
          }
        }
      }),
    table
  )
  return rows as Tables[K][]
}

/** Asks `check` again until it holds. @throws Error naming what was waited for */
export async function until(what: string, check: () => Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
