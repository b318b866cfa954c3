import { restoreBackup } from "../src/store/backup"
import { allowFewer, checkHealth, recordCanary } from "../src/store/canary"
import { compact } from "../src/store/compact"
import { schemaVersion } from "../src/store/database"
import { forgetDiskFull, isDiskFull, noteDiskFull } from "../src/store/disk-full"
import { dropStaged } from "../src/store/imports"
import { type OpenStore, openStore, StoreBlocked } from "../src/store/open"
import { packPages } from "../src/store/pack-pages"
import { beat } from "../src/store/pulse"
import { restoreSnapshot, takeSnapshot } from "../src/store/snapshot"
import { purgeTexts } from "./purge"

export const snapshotAlarm = "snapshot"
const snapshotMinutes = 15
/** Rows written since the last snapshot that are not left to the alarm. */
const snapshotRows = 500
const settleMs = 1_000

/** Damaged files give one error; at the second try Chromium has replaced them by empty ones (RELIABILITY M10). */
function openTwice(): Promise<OpenStore> {
  return openStore().catch((error) => {
    if (error instanceof StoreBlocked) throw error
    return openStore()
  })
}

export type HistoryCare = ReturnType<typeof createHistoryCare>

/** Watches over the history: finds a loss before anything is written or shown, keeps the canary and the snapshots. */
export function createHistoryCare(now = Date.now) {
  let opening: Promise<OpenStore> | undefined
  let settling: ReturnType<typeof setTimeout> | undefined
  let unsaved = 0
  let copying: Promise<void> = Promise.resolve()

  async function start(): Promise<OpenStore> {
    const opened = await openTwice()
    if (opened.readOnly) return opened
    const health = await checkHealth(opened.db)
    if (health.state === "lost")
      return Object.assign(opened, { readOnly: true, why: "lost" as const })
    await dropStaged(opened.db)
    await purgeTexts(opened.db, now())
    await recordCanary(opened.db, schemaVersion, now())
    await chrome.alarms.create(snapshotAlarm, { periodInMinutes: snapshotMinutes })
    return opened
  }

  function open(): Promise<OpenStore> {
    opening ??= start().catch((error) => {
      opening = undefined
      throw error
    })
    return opening
  }

  async function record(): Promise<void> {
    const { db, readOnly } = await open()
    if (!readOnly) await recordCanary(db, schemaVersion, now())
  }

  /** One after the other: two at once would write into the same slot. */
  function snapshot(): Promise<void> {
    const next = copying.then(tidyAndCopy, tidyAndCopy)
    copying = next.catch(() => undefined)
    return next
  }

  async function tidyAndCopy(): Promise<void> {
    const { db, readOnly } = await open()
    if (readOnly) return
    await purgeTexts(db, now())
    await packPages(db, now())
    await compact(db, now())
    await record()
    try {
      await takeSnapshot(db, now())
    } catch (error) {
      if (isDiskFull(error)) await noteDiskFull(now())
      throw error
    }
    await forgetDiskFull()
    unsaved = 0
  }

  return {
    open,
    /** The canary knows what was just committed. */
    record,
    snapshot,
    /** After a commit of so many rows; returns at once. */
    changed(rows: number): void {
      unsaved += rows
      clearTimeout(settling)
      settling = setTimeout(() => {
        // a full disk must not stop reading; the alarm tries again
        void (unsaved >= snapshotRows ? snapshot() : record()).catch(() => undefined)
      }, settleMs)
    },
    /** The seller chose a backup file, in the place of what is stored. */
    async restoreFile(file: Blob, passphrase: string): Promise<void> {
      const { db, why } = await open()
      if (why === "newer") throw new Error("a newer Portside wrote this data")
      await allowFewer()
      await restoreBackup(db, file, passphrase)
      await accept()
      await snapshot()
    },
    /** The seller chose: what a snapshot held, in the place of what is left. */
    async restore(): Promise<{ at: number }> {
      const opened = await open()
      // Chromium may have closed the connection when it threw the damaged files away
      opened.db.close()
      await opened.db.open()
      const { at } = await restoreSnapshot(opened.db)
      await accept()
      return { at }
    },
    accept
  }

  /** The seller chose: go on with what is here. */
  async function accept(): Promise<void> {
    const opened = await open()
    if (opened.why === "newer") return
    await opened.db.transaction("rw", opened.db.pulse, () => beat(opened.db))
    await recordCanary(opened.db, schemaVersion, now())
    opened.readOnly = false
    delete opened.why
  }
}
