/**
 * True for the errors with which Chromium says that the disk or the quota is full: it is not only
 * `QuotaExceededError` (RELIABILITY M13). Dexie wraps the browser's error as `inner`.
 */
export function isDiskFull(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Object && depth < 4; depth++) {
    const { name, message, inner } = at as { name?: string; message?: string; inner?: unknown }
    if (name === "QuotaExceededError") return true
    if (/write blobs|NO_SPACE|no space|disk is full|quota/i.test(message ?? "")) return true
    at = inner
  }
  return false
}

/** Since when nothing can be saved, epoch ms. In memory (`storage.session`): a full disk takes no note. */
const key = "disk-full-since"

export async function noteDiskFull(now: number): Promise<void> {
  if ((await diskFullSince()) === undefined) await chrome.storage.session.set({ [key]: now })
}

export const forgetDiskFull = () => chrome.storage.session.remove(key)

export async function diskFullSince(): Promise<number | undefined> {
  return (await chrome.storage.session.get(key))[key] as number | undefined
}

/** Chromium's quota follows the free space of the disk; with less than this nothing opens or commits any more. */
const least = 4_194_304

export async function isDiskFullNow(): Promise<boolean> {
  const { quota, usage } = await navigator.storage.estimate()
  return quota !== undefined && quota - (usage ?? 0) < least
}
