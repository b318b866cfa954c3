import type { Database } from "./database"
import { schemaVersion } from "./database"
import { forgetHistoryKey } from "./history-key"
import { deriveKey, pbkdf2Iterations } from "./passphrase"
import { base64Of, bytesOf, decodeRows, encodeRows } from "./row-codec"
import { type Sealed, seal, unseal } from "./seal"
import type { OpenedCopy } from "./snapshot"

/** Not in a backup: work in progress, what is made again, and buyer text, whose time is short. */
const left = new Set(["stagedListings", "jobs", "fits", "pulse", "buyerTexts", "blockBytes"])

const magic = "PORTSIDE-BACKUP 1\n"
/** Sealed blocks that travel in one part. */
const blocksAPart = 32
const limits = { headerBytes: 1_048_576, parts: 100_000, iterations: 10_000_000 }

type Part = { table: string; bytes: number; iv: string }
type Header = { schema: number; createdAt: number; salt: string; iterations: number; parts: Part[] }

export const backupRefusals = [
  "not-a-backup",
  "newer-backup",
  "backup-damaged",
  "wrong-passphrase"
] as const

export class BackupRefused extends Error {
  constructor(readonly code: (typeof backupRefusals)[number]) {
    super(code)
    this.name = "BackupRefused"
  }
}

/** Authenticated with each part: which backup, which place in it. A part that is moved or left out does not open. */
const place = (salt: string, parts: number, i: number, table: string) =>
  `backup/${salt}/${parts}/${i}/${table}`

/** What a backup is written from: the database, or the copy of one that does not open any more. */
export type BackupSource = {
  /** Rows by table, `blockBytes` not among them. */
  tables: Map<string, () => Promise<unknown[]>>
  blocks: number[]
  blockBytes: (ids: number[]) => Promise<unknown[]>
}

export async function sourceOf(db: Database): Promise<BackupSource> {
  const tables = db.tables.filter(({ name }) => !left.has(name))
  return {
    tables: new Map(tables.map((table) => [table.name, () => table.toArray()])),
    blocks: await db.blockBytes.toCollection().primaryKeys(),
    blockBytes: (ids) => db.blockBytes.bulkGet(ids)
  }
}

export function sourceOfCopy({ tables, blocks, blockBytes }: OpenedCopy): BackupSource {
  const byId = new Map(blockBytes.map((bytes) => [bytes.id, bytes]))
  const kept = [...tables].filter(([name]) => !left.has(name))
  return {
    tables: new Map(
      [...kept, ["blocks", blocks] as const].map(([name, rows]) => [name, async () => rows])
    ),
    blocks: [...byId.keys()],
    blockBytes: async (ids) => ids.map((id) => byId.get(id))
  }
}

/**
 * Everything but buyer text as one file under a passphrase: magic, one line of JSON, sealed parts. It can be restored in
 * any installation by who knows the passphrase.
 */
export async function writeBackup(
  source: BackupSource,
  passphrase: string,
  now: number
): Promise<Blob> {
  const saltBytes = crypto.getRandomValues(new Uint8Array(16))
  const salt = base64Of(saltBytes)
  const key = await deriveKey(passphrase, saltBytes, pbkdf2Iterations)
  const { tables, blocks } = source
  const count = tables.size + Math.ceil(blocks.length / blocksAPart)
  const parts: Part[] = []
  const data: ArrayBuffer[] = []
  const add = async (table: string, rows: unknown[]) => {
    const sealed = await seal(key, place(salt, count, parts.length, table), encodeRows(rows))
    parts.push({ table, bytes: sealed.data.byteLength, iv: base64Of(sealed.iv) })
    data.push(sealed.data)
  }
  for (const [name, rows] of tables) await add(name, await rows())
  for (let i = 0; i < blocks.length; i += blocksAPart) {
    await add("blockBytes", await source.blockBytes(blocks.slice(i, i + blocksAPart)))
  }
  const header: Header = {
    schema: schemaVersion,
    createdAt: now,
    salt,
    iterations: pbkdf2Iterations,
    parts
  }
  return new Blob([magic, JSON.stringify(header), "\n", ...data])
}

async function readHeader(file: Blob): Promise<{ header: Header; start: number }> {
  const head = new Uint8Array(await file.slice(0, limits.headerBytes).arrayBuffer())
  const text = new TextDecoder().decode(head)
  if (!text.startsWith("PORTSIDE-BACKUP ")) throw new BackupRefused("not-a-backup")
  if (!text.startsWith(magic)) throw new BackupRefused("newer-backup")
  const end = head.indexOf(10, magic.length)
  try {
    const header = JSON.parse(text.slice(magic.length, end)) as Header
    const sound =
      header.parts.length <= limits.parts &&
      header.iterations <= limits.iterations &&
      header.parts.every(({ bytes }) => Number.isSafeInteger(bytes) && bytes >= 0)
    if (!sound) throw new TypeError("header")
    return { header, start: end + 1 }
  } catch {
    throw new BackupRefused("backup-damaged")
  }
}

/**
 * Opens a whole backup before anything is changed, then puts it in the place of what is stored, in one transaction.
 * @throws BackupRefused for another file, a newer schema, a wrong passphrase, an altered byte or half a download
 */
export async function restoreBackup(db: Database, file: Blob, passphrase: string): Promise<void> {
  const { header, start } = await readHeader(file)
  if (header.schema > schemaVersion) throw new BackupRefused("newer-backup")
  const size = header.parts.reduce((sum, { bytes }) => sum + bytes, start)
  if (size !== file.size) throw new BackupRefused("backup-damaged")
  const key = await deriveKey(passphrase, bytesOf(header.salt), header.iterations)
  const tables = new Map<string, unknown[]>()
  let at = start
  for (const [i, { table, bytes, iv }] of header.parts.entries()) {
    const data = await file.slice(at, at + bytes).arrayBuffer()
    const sealed: Sealed = { iv: bytesOf(iv), data }
    const name = place(header.salt, header.parts.length, i, table)
    const rows = await unseal(key, name, sealed).then(decodeRows, () => {
      // the first part tells a wrong passphrase from a damaged file as well as can be told
      throw new BackupRefused(i === 0 ? "wrong-passphrase" : "backup-damaged")
    })
    tables.set(table, [...(tables.get(table) ?? []), ...rows])
    at += bytes
  }
  await db.transaction("rw", db.tables, async () => {
    for (const table of db.tables.filter(({ name }) => name !== "pulse")) {
      await table.clear()
      const rows =
        left.has(table.name) && table.name !== "blockBytes" ? undefined : tables.get(table.name)
      if (rows) await table.bulkPut(rows)
    }
  })
  forgetHistoryKey(db)
}
