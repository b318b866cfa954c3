import type { Database } from "../src/store/database"
import { forgetHistoryKey } from "../src/store/history-key"
import { deleteSnapshots } from "../src/store/snapshot"
import type { Vault } from "./vault"

/** Until the answer is on its way. */
const reloadAfterMs = 500

/**
 * Keys first: from then on what was sealed is unreadable, wherever its bytes still lie on the disk. Then every store,
 * alarm and granted host; the extension starts again as if it were new.
 */
export async function deleteEverything(db: Database, vault: Vault): Promise<void> {
  await vault.destroy()
  await db.keys.clear().catch(() => undefined)
  forgetHistoryKey(db)
  await deleteSnapshots()
  await db.delete()
  await chrome.storage.local.clear()
  await chrome.storage.session.clear()
  await chrome.alarms.clearAll()
  const { origins = [] } = await chrome.permissions.getAll()
  // hosts of the installation itself cannot be given back
  for (const origin of origins) {
    await chrome.permissions.remove({ origins: [origin] }).catch(() => false)
  }
  setTimeout(() => chrome.runtime.reload(), reloadAfterMs)
}
