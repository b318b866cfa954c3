import type { BuyerTextKind, BuyerTexts } from "../src/domain/buyer-text"
import { purgeTime, type StoredBuyerText, textPlace } from "../src/store/buyer-text"
import type { Database } from "../src/store/database"
import { seal, unseal } from "../src/store/seal"
import type { Vault } from "./vault"

const mostPosted = 8

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

const parsed = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as BuyerTexts

/** What is kept of one order: what was sealed under the vault's key, then what was posted while it was locked. */
async function opened(vault: Vault, key: CryptoKey, row: StoredBuyerText): Promise<BuyerTexts> {
  const place = textPlace(row.id)
  let texts = row.sealed ? parsed(await unseal(key, place, row.sealed)) : {}
  for (const posted of row.posted ?? []) {
    const batch = await vault.receive(key, posted.from)
    texts = { ...texts, ...parsed(await unseal(batch, place, posted)) }
  }
  return texts
}

type Sealing = (
  id: string,
  texts: BuyerTexts,
  known: StoredBuyerText | undefined
) => Promise<Pick<StoredBuyerText, "sealed" | "posted">>

const bytesOf = (texts: BuyerTexts) => new TextEncoder().encode(JSON.stringify(texts))

/** How a batch is sealed: with what is known while the vault is open, beside it while it is locked. */
async function sealingOf(vault: Vault): Promise<Sealing | null> {
  const key = await vault.open()
  if (key) {
    return async (id, texts, known) => {
      const before = known ? await opened(vault, key, known).catch(() => ({})) : {}
      return { sealed: await seal(key, textPlace(id), bytesOf({ ...before, ...texts })) }
    }
  }
  const post = await vault.post()
  if (!post) return null
  return async (id, texts, known) => {
    const sealed = await seal(post.key, textPlace(id), bytesOf(texts))
    // only the newest few: each holds everything that its page showed
    const posted = [...(known?.posted ?? []), { ...sealed, from: post.from }].slice(-mostPosted)
    return { ...(known?.sealed && { sealed: known.sealed }), posted }
  }
}

/**
 * Seals the kinds that the seller switched on; everything else is dropped. While the vault is locked the text is sealed
 * for its public half and can be read again only after it was unlocked.
 */
export async function keepTexts(
  db: Database,
  vault: Vault,
  incoming: IncomingText[],
  now: number
): Promise<void> {
  const kinds = incoming.length > 0 ? await vault.kinds() : []
  const sealing = kinds.length > 0 ? await sealingOf(vault) : null
  if (!sealing) return
  for (const { id, buyer, placedAt, deliveredAt, texts } of incoming) {
    const purgeAt = purgeTime(placedAt, deliveredAt)
    const wanted = only(texts, kinds)
    if (purgeAt <= now || Object.keys(wanted).length === 0) continue
    const known = await db.buyerTexts.get(id)
    const earlier = known ? Math.min(known.purgeAt, purgeAt) : purgeAt
    await db.buyerTexts.put({ id, buyer, purgeAt: earlier, ...(await sealing(id, wanted, known)) })
  }
}

/** The id under which text of an order is kept, by its own id or by the number that the marketplace shows. */
export async function keptId(db: Database, number: string): Promise<string> {
  const ids = await db.buyerTexts.toCollection().primaryKeys()
  return ids.find((id) => id === number) ?? ids.find((id) => id.endsWith(`:${number}`)) ?? number
}

/** The text that is kept of an order; null while the vault is locked, {} when nothing is kept. */
export async function readTexts(
  db: Database,
  vault: Vault,
  id: string
): Promise<BuyerTexts | null> {
  const row = await db.buyerTexts.get(id)
  if (!row) return {}
  const key = await vault.open()
  return key && opened(vault, key, row)
}
