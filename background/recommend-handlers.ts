import { noSettings } from "../src/domain/listing-settings"
import type { Database } from "../src/store/database"
import { enqueue } from "../src/store/jobs"
import { decide } from "../src/store/suggestions"
import type { Handlers } from "./dispatch"

type Parts = {
  writable: () => Promise<Database>
  drainJobs: () => Promise<void>
  now: () => number
}

/** What the Recommend view asks for; the reply to what changes the list comes when the list has changed. */
export function recommendHandlers({
  writable,
  drainJobs,
  now
}: Parts): Pick<Handlers, "panel:decide-suggestion" | "panel:learn" | "panel:set-margin"> {
  const learn = async (db: Database) => {
    await enqueue(db, "recommend")
    await drainJobs()
    return {}
  }
  return {
    async "panel:decide-suggestion"({ id, state }) {
      await decide(await writable(), id, state, now())
      return {}
    },
    "panel:learn": async () => learn(await writable()),
    async "panel:set-margin"({ margin }) {
      const db = await writable()
      const settings = (await db.listingSettings.get("settings")) ?? noSettings
      await db.listingSettings.put({ ...settings, key: "settings", margin })
      return learn(db)
    }
  }
}
