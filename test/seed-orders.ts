import type { Page } from "playwright-core"
import { type Order, orderTime } from "../src/domain/order"

/** Puts orders into the extension's store as unscored, with the job that scores them; the next wake-up does it. */
export async function seedOrders(
  page: Page,
  orders: Order[],
  options: { forgetFit?: boolean } = {}
): Promise<void> {
  const rows = orders.map((order) => ({ ...order, time: orderTime(order) }))
  for (let start = 0; start < rows.length; start += 2_000) {
    await page.evaluate(
      ({ part, forgetFit }) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("portside")
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const db = opening.result
            const writing = db.transaction(["orders", "scores", "jobs", "fits"], "readwrite")
            for (const order of part) {
              writing.objectStore("orders").put(order)
              const score = {
                orderId: order.id,
                percentile: 0,
                flagged: false,
                modelVersion: "",
                fit: 0
              }
              writing.objectStore("scores").put(score)
            }
            if (forgetFit) writing.objectStore("fits").clear()
            const job = { id: "score-orders", revision: Date.now(), attempts: 0, notBefore: 0 }
            writing.objectStore("jobs").put(job)
            writing.oncomplete = () => {
              db.close()
              resolve()
            }
            writing.onerror = () => reject(writing.error)
          }
        }),
      { part: rows.slice(start, start + 2_000), forgetFit: options.forgetFit ?? false }
    )
  }
}

/** Wakes the worker as a face would. */
export async function wakeWorker(page: Page): Promise<void> {
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ type: "panel:site", request: { url: "https://example.com/" } })
  )
}
