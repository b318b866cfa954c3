import type { Page } from "playwright-core"

/** Puts rows into one table of the extension's store, as the worker would have. */
export async function seedRows(page: Page, table: string, rows: object[]): Promise<void> {
  await page.evaluate(
    ({ table, rows }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("portside")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const writing = db.transaction(table, "readwrite")
          for (const row of rows) writing.objectStore(table).put(row)
          writing.onerror = () => reject(writing.error)
          writing.oncomplete = () => {
            db.close()
            resolve()
          }
        }
      }),
    { table, rows }
  )
}
