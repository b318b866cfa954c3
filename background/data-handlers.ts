import * as v from "valibot"
import { buyerTextKinds } from "../src/domain/buyer-text"
import { textSchema } from "../src/domain/limits"
import type { DataProtocol } from "../src/messaging/data-protocol"
import { allowFewer } from "../src/store/canary"
import type { Database } from "../src/store/database"
import { buyerOfOrder, forgetBuyer } from "../src/store/forget-buyer"
import { removeImport } from "../src/store/imports"
import { deleteSnapshots, NoCopy } from "../src/store/snapshot"
import { keptId, readTexts } from "./buyer-texts"
import { deleteEverything } from "./delete-everything"
import { type Handlers, Refusal } from "./dispatch"
import type { HistoryCare } from "./history-care"
import { purgeTexts, readClock, trustClock } from "./purge"
import type { Vault } from "./vault"

const nothing = v.strictObject({})
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))

/** What the Data view may ask, checked at the edge like every message. */
export const dataRequestSchemas = {
  "panel:undo-import": v.strictObject({ importId: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  "panel:restore-snapshot": nothing,
  "panel:accept-loss": nothing,
  "panel:vault": nothing,
  "panel:keep-kinds": v.strictObject({ kinds: v.array(v.picklist(buyerTextKinds)) }),
  "panel:set-passphrase": v.strictObject({
    passphrase: v.pipe(v.string(), v.minLength(10), v.maxLength(1_000))
  }),
  "panel:unlock": v.strictObject({ secret }),
  "panel:lock": nothing,
  "panel:clock": nothing,
  "panel:trust-clock": nothing,
  "panel:buyer-text": v.strictObject({ orderId: textSchema }),
  "panel:forget-buyer": v.strictObject({ nativeId: textSchema }),
  "panel:delete-everything": nothing
} satisfies { [T in keyof DataProtocol]: v.GenericSchema<unknown, DataProtocol[T]["request"]> }

type Parts = {
  writable: () => Promise<Database>
  care: HistoryCare
  vault: Vault
  drainJobs: () => Promise<void>
}

export function createDataHandlers({
  writable,
  care,
  vault,
  drainJobs
}: Parts): Pick<Handlers, keyof DataProtocol> {
  return {
    async "panel:undo-import"({ importId }) {
      const db = await writable()
      await allowFewer()
      await removeImport(db, importId)
      await care.snapshot()
      void drainJobs()
      return {}
    },
    async "panel:restore-snapshot"() {
      try {
        return await care.restore()
      } catch (error) {
        if (error instanceof NoCopy) throw new Refusal("no-copy", error.message)
        throw error
      }
    },
    async "panel:accept-loss"() {
      await care.accept()
      return {}
    },
    "panel:vault": () => vault.state(),
    async "panel:keep-kinds"({ kinds }) {
      const db = await writable()
      await vault.setKinds(kinds)
      // what is switched off is not kept a day longer
      if (kinds.length === 0) await db.buyerTexts.clear()
      return vault.state()
    },
    async "panel:set-passphrase"({ passphrase }) {
      return { recoveryCode: (await vault.setPassphrase(passphrase)) ?? "" }
    },
    "panel:unlock": async (request) => ({ unlocked: await vault.unlock(request.secret) }),
    async "panel:lock"() {
      await vault.lock()
      return {}
    },
    async "panel:clock"() {
      const { doubtful, trusted } = await readClock((await care.open()).db, Date.now())
      return { doubtful, latest: trusted }
    },
    async "panel:trust-clock"() {
      await trustClock(Date.now())
      await purgeTexts(await writable(), Date.now())
      return {}
    },
    async "panel:buyer-text"({ orderId }) {
      const { db } = await care.open()
      const texts = await readTexts(db, vault, await keptId(db, orderId))
      return { locked: texts === null, texts: texts ?? {} }
    },
    async "panel:forget-buyer"({ nativeId }) {
      const db = await writable()
      const buyer = await buyerOfOrder(db, nativeId)
      const places = buyer ? await forgetBuyer(db, buyer) : 0
      if (places > 0) {
        // copies forget too
        await deleteSnapshots()
        await care.snapshot()
      }
      return { places }
    },
    async "panel:delete-everything"() {
      const { db, why } = await care.open()
      if (why === "newer") throw new Refusal("read-only", "a newer Portside wrote this data")
      await deleteEverything(db, vault)
      return {}
    }
  }
}
