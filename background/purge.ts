import type { Database } from "../src/store/database"

const latestKey = "latest-time"
const day = 86_400_000
/** A machine may have been off for a year; a clock that is further ahead is more likely wrong. */
const implausible = 400 * day
/** Orders are dated by the marketplace's clock: one about as new as ours says that ours is right. */
const corroborating = 60 * day

export type Clock = {
  /** The time that purging goes by. */
  trusted: number
  /** The clock is so far ahead that only the seller can say whether it is right. */
  doubtful: boolean
}

async function isCorroborated(db: Database, now: number): Promise<boolean> {
  const newest = await db.orders
    .where("time")
    .belowOrEqual(now + day)
    .last()
  // the time of an order whose page shows none is the time of its reading, by the clock in question
  return newest?.placedAt !== undefined && newest.placedAt > now - corroborating
}

async function known(): Promise<number | undefined> {
  return (await chrome.storage.local.get(latestKey))[latestKey] as number | undefined
}

/** After the seller confirmed the date, or where nothing speaks against it. */
export async function trustClock(now: number): Promise<void> {
  await chrome.storage.local.set({ [latestKey]: now })
}

/**
 * The latest time that this installation saw and had reason to believe: a clock that is set back keeps nothing longer,
 * one that jumps years ahead purges nothing before it was asked about.
 */
export async function readClock(db: Database, now: number): Promise<Clock> {
  const latest = await known()
  if (latest === undefined || latest - now > implausible) {
    await trustClock(now)
    return { trusted: now, doubtful: false }
  }
  if (now <= latest) return { trusted: latest, doubtful: false }
  if (now - latest > implausible && !(await isCorroborated(db, now))) {
    return { trusted: latest, doubtful: true }
  }
  await trustClock(now)
  return { trusted: now, doubtful: false }
}

/** Deletes what may be kept no longer; at every start, before anything is shown, and with every snapshot. */
export async function purgeTexts(db: Database, now: number): Promise<number> {
  const { trusted } = await readClock(db, now)
  return db.buyerTexts.where("purgeAt").belowOrEqual(trusted).delete()
}
