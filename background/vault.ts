import { type BuyerTextKind, buyerTextKinds, type VaultState } from "../src/domain/buyer-text"
import {
  freshRecoveryCode,
  normaliseRecoveryCode,
  unwrap,
  type Wrapped,
  wrap
} from "../src/store/passphrase"
import { base64Of, bytesOf } from "../src/store/row-codec"
import { freshKeyBytes, importKey, SealBroken, seal, unseal } from "../src/store/seal"
import { createLetterBox, postingKey, receivingKey } from "./letter-box"

/** What lies on the disk. `raw`: a key without a passphrase, which protects against nobody who reads the disk. */
type Stored = {
  kinds: BuyerTextKind[]
  raw?: string
  wrapped?: Wrapped
  recovery?: Wrapped
  /** Seals buyer text that comes while the vault is locked; its private half is sealed under the vault's key. */
  box?: { publicRaw: string; sealedPrivate: string; iv: string }
}
type Unlocked = { raw: string; usedAt: number }

const storedKey = "buyer-text"
const sessionKey = "buyer-text-key"
const boxPlace = "buyer-text/letter-box"
export const lockAlarm = "buyer-text-lock"
const idleMinutes = 15

/** The key of buyer text: made when the first kind is switched on, wrapped by a passphrase once one is set. */
export function createVault(now: () => number = Date.now) {
  async function read(): Promise<Stored> {
    const found = (await chrome.storage.local.get(storedKey))[storedKey] as Stored | undefined
    return found ?? { kinds: [] }
  }
  const write = (stored: Stored) => chrome.storage.local.set({ [storedKey]: stored })

  async function unlocked(): Promise<string | undefined> {
    const found = (await chrome.storage.session.get(sessionKey))[sessionKey] as Unlocked | undefined
    if (!found) return undefined
    if (now() - found.usedAt > idleMinutes * 60_000) {
      await lock()
      return undefined
    }
    return found.raw
  }

  /** In memory only (`storage.session`), and no longer than 15 minutes after its last use. */
  async function use(raw: string): Promise<void> {
    await chrome.storage.session.set({ [sessionKey]: { raw, usedAt: now() } satisfies Unlocked })
    await chrome.alarms.create(lockAlarm, { delayInMinutes: idleMinutes })
  }

  /** Made once the key is at hand for the first time. */
  async function withBox(stored: Stored, raw: string): Promise<Stored> {
    if (stored.box) return stored
    const { publicRaw, privateBytes } = await createLetterBox()
    const sealed = await seal(await importKey(bytesOf(raw)), boxPlace, privateBytes)
    const box = {
      publicRaw: base64Of(publicRaw),
      sealedPrivate: base64Of(new Uint8Array(sealed.data)),
      iv: base64Of(sealed.iv)
    }
    return { ...stored, box }
  }

  async function lock(): Promise<void> {
    await chrome.storage.session.remove(sessionKey)
  }

  async function rawKey(): Promise<string | undefined> {
    const stored = await read()
    return stored.raw ?? (stored.wrapped ? await unlocked() : undefined)
  }

  return {
    lock,

    async state(): Promise<VaultState> {
      const { kinds, raw, wrapped } = await read()
      if (raw) return { protection: "open", kinds }
      if (!wrapped) return { protection: "none", kinds }
      return { protection: (await unlocked()) ? "unlocked" : "locked", kinds }
    },

    async setKinds(kinds: BuyerTextKind[]): Promise<void> {
      const stored = await read()
      const known = buyerTextKinds.filter((kind) => kinds.includes(kind))
      const needsKey = known.length > 0 && !stored.raw && !stored.wrapped
      await write({
        ...stored,
        kinds: known,
        ...(needsKey && { raw: base64Of(freshKeyBytes()) })
      })
    },

    /**
     * Wraps the key by a passphrase, and by a recovery code that is shown once. The key stays the same, so nothing has
     * to be sealed again. Null while the vault is locked: who does not know the old passphrase sets no new one.
     */
    async setPassphrase(passphrase: string): Promise<string | null> {
      const stored = await read()
      const raw = (await rawKey()) ?? (stored.wrapped ? undefined : base64Of(freshKeyBytes()))
      if (!raw) return null
      const code = freshRecoveryCode()
      const bytes = bytesOf(raw)
      const [wrapped, recovery] = await Promise.all([wrap(bytes, passphrase), wrap(bytes, code)])
      const { box } = await withBox(stored, raw)
      await write({ kinds: stored.kinds, wrapped, recovery, ...(box && { box }) })
      await use(raw)
      return code
    },

    /** Opens by the passphrase or the recovery code; false for a wrong one. */
    async unlock(secret: string): Promise<boolean> {
      const { wrapped, recovery } = await read()
      if (!wrapped || !recovery) return false
      const bytes =
        (await unwrap(wrapped, secret)) ?? (await unwrap(recovery, normaliseRecoveryCode(secret)))
      if (!bytes) return false
      await use(base64Of(bytes))
      return true
    },

    /** Which kinds may be kept. */
    kinds: async (): Promise<BuyerTextKind[]> => (await read()).kinds,

    /** The key; null while the vault is locked or there is none. */
    async open(): Promise<CryptoKey | null> {
      const raw = await rawKey()
      if (!raw) return null
      const stored = await read()
      if (stored.wrapped) {
        await use(raw)
        // one that was locked by an older Portside has no box yet
        if (!stored.box) await write(await withBox(stored, raw))
      }
      return importKey(bytesOf(raw))
    },

    /** What seals a batch while the vault is locked; null where there is nothing to seal for. */
    async post(): Promise<{ key: CryptoKey; from: ArrayBuffer } | null> {
      const { box } = await read()
      return box ? postingKey(bytesOf(box.publicRaw)) : null
    },

    /** The key of a batch that was posted, by the vault's own. */
    async receive(key: CryptoKey, from: ArrayBuffer): Promise<CryptoKey> {
      const { box } = await read()
      if (!box) throw new SealBroken(boxPlace)
      const { buffer } = bytesOf(box.sealedPrivate)
      const sealed = { iv: bytesOf(box.iv), data: buffer }
      return receivingKey(await unseal(key, boxPlace, sealed), from)
    },

    /** Without the key everything sealed under it is unreadable at once, wherever its bytes still lie. */
    async destroy(): Promise<void> {
      await lock()
      await chrome.storage.local.remove(storedKey)
    }
  }
}

export type Vault = ReturnType<typeof createVault>
