import type { BuyerTextKind, BuyerTexts } from "../src/domain/buyer-text"
import { purgeTime, type StoredBuyerText, textPlace } from "../src/store/buyer-text"
import type { Database } from "../src/store/database"
import { seal, unseal } from "../src/store/seal"
import type { Vault } from "./vault"

/** Buyer text as it comes from a page or a file, on its way to be sealed or dropped. */
export type IncomingText = {
  id: string
  buyer: string
  placedAt: number
  deliveredAt?: number | undefined
  texts: BuyerTexts
}

const only = (texts: BuyerTexts, kinds: BuyerTextKind[]): BuyerTexts =>
  Object.fromEntries(
    kinds.flatMap((kind) => (texts[kind] ? [[kind, texts[kind]?.slice(0, 4_000)]] : []))
  )

async function opened(key: CryptoKey, row: StoredBuyerText): Promise<BuyerTexts> {
  const bytes = await unseal(key, textPlace(row.id), row.sealed)
  return JSON.parse(new TextDecoder().decode(bytes)) as BuyerTexts
}

/** Seals the kinds that the seller switched on; everything else, and all of it while the vault is locked, is dropped. */
export async function keepTexts(
  db: Database,
  vault: Vault,
  incoming: IncomingText[],
  now: number
): Promise<void> {
  const open = incoming.length > 0 ? await vault.open() : null
  if (!open || open.kinds.length === 0) return
  const { key, kinds } = open
  for (const { id, buyer, placedAt, deliveredAt, texts } of incoming) {
    const purgeAt = purgeTime(placedAt, deliveredAt)
    const wanted = only(texts, kinds)
    if (purgeAt <= now || Object.keys(wanted).length === 0) continue
    const known = await db.buyerTexts.get(id)
    const before = known ? await opened(key, known).catch(() => ({})) : {}
    const bytes = new TextEncoder().encode(JSON.stringify({ ...before, ...wanted }))
    const sealed = await seal(key, textPlace(id), bytes)
    const earlier = known ? Math.min(known.purgeAt, purgeAt) : purgeAt
    await db.buyerTexts.put({ id, buyer, purgeAt: earlier, sealed })
  }
}

/** The text that is kept of an order; null while the vault is locked, {} when nothing is kept. */
export async function readTexts(
  db: Database,
  vault: Vault,
  id: string
): Promise<BuyerTexts | null> {
  const row = await db.buyerTexts.get(id)
  if (!row) return {}
  const open = await vault.open()
  return open && opened(open.key, row)
}

const latestKey = "latest-time"
/** A clock that was this far ahead was wrong, not early. */
const implausible = 400 * 86_400_000

/** The latest time that this installation saw: a clock that is set back keeps nothing longer. */
async function latestTime(now: number): Promise<number> {
  const known = (await chrome.storage.local.get(latestKey))[latestKey] as number | undefined
  if (known !== undefined && known > now && known - now < implausible) return known
  await chrome.storage.local.set({ [latestKey]: now })
  return now
}

/** Deletes what may be kept no longer; at every start, before anything is shown, and with every snapshot. */
export async function purgeTexts(db: Database, now: number): Promise<number> {
  return db.buyerTexts
    .where("purgeAt")
    .belowOrEqual(await latestTime(now))
    .delete()
}
