import * as v from "valibot"
import { encodings } from "../src/import/encoding"
import { FileRefused } from "../src/import/limits"
import type { ImportAnswer } from "../src/messaging/import-protocol"
import { BackupRefused } from "../src/store/backup"
import { isDiskFull, noteDiskFull } from "../src/store/disk-full"
import { type IncomingText, keepTexts } from "./buyer-texts"
import type { HistoryCare } from "./history-care"
import { storeFile } from "./import-file"
import { previewFile } from "./import-preview"
import type { Vault } from "./vault"

const columnsSchema = v.record(v.string(), v.array(v.pipe(v.number(), v.integer())))
const choiceSchema = v.strictObject({
  table: v.string(),
  account: v.pipe(v.string(), v.maxLength(300)),
  encoding: v.optional(v.picklist(encodings)),
  conventions: v.strictObject({
    dateOrder: v.optional(v.picklist(["ymd", "mdy", "dmy"])),
    language: v.optional(v.string()),
    zone: v.string(),
    decimal: v.optional(v.picklist([".", ","])),
    currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)))
  }),
  mapping: v.optional(
    v.strictObject({
      kind: v.picklist(["lines", "listings"]),
      marketplace: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)),
      columns: columnsSchema
    })
  )
})
const requestSchema = v.variant("type", [
  v.strictObject({ type: v.literal("import:inspect"), file: v.instance(File), zone: v.string() }),
  v.strictObject({
    type: v.literal("import:run"),
    file: v.instance(File),
    choices: v.array(choiceSchema)
  }),
  v.strictObject({
    type: v.literal("backup:restore"),
    file: v.instance(File),
    passphrase: v.pipe(v.string(), v.maxLength(1_000))
  })
])

type Parts = {
  care: HistoryCare
  vault: Vault
  /** After records came or went. */
  afterChange: () => Promise<void>
  now: () => number
}

const everyMs = 100
const aliveMs = 2_000

function failureOf(error: unknown): ImportAnswer {
  if (error instanceof FileRefused) {
    const { code, line } = error
    return { type: "failed", code, ...(line === undefined ? {} : { line }) }
  }
  if (error instanceof BackupRefused) return { type: "failed", code: error.code }
  if (error instanceof DOMException && error.name === "AbortError") {
    return { type: "failed", code: "cancelled" }
  }
  return { type: "failed", code: isDiskFull(error) ? "disk-full" : "failed" }
}

/**
 * Listens for files from our own pages. Extension messages are JSON and cannot carry one; a message to the service
 * worker can. Answers go through the port that comes with it, a message on the port cancels.
 */
export function createImportListener({ care, vault, afterChange, now }: Parts) {
  async function work(data: unknown, answer: (answer: ImportAnswer) => void, signal: AbortSignal) {
    const request = v.parse(requestSchema, data)
    const { db, readOnly } = await care.open()
    if (request.type === "backup:restore") {
      await care.restoreFile(request.file, request.passphrase)
      return answer({ type: "done" })
    }
    if (readOnly) return answer({ type: "failed", code: "read-only" })
    let last = 0
    const progress = (phase: "looking" | "storing") => (table: string, rows: number) => {
      if (now() - last < everyMs) return
      last = now()
      answer({ type: "progress", phase, table, rows })
    }
    if (request.type === "import:inspect") {
      const { file, zone } = request
      const tables = await previewFile(db, file, zone, progress("looking"), signal)
      return answer({ type: "inspected", tables })
    }
    const { file, choices } = request
    const into = {
      db,
      now: now(),
      onRows: progress("storing"),
      onTexts: (texts: IncomingText[]) => keepTexts(db, vault, texts, now()),
      signal
    }
    await storeFile(file, choices, into, (stored) => answer({ type: "stored", ...stored }))
    await afterChange()
    answer({ type: "done" })
  }

  return (event: MessageEvent & { waitUntil?: (work: Promise<void>) => void }): void => {
    const [port] = event.ports
    if (event.origin !== location.origin || !port) return
    const cancelling = new AbortController()
    port.onmessage = () => cancelling.abort()
    const alive = setInterval(() => port.postMessage({ type: "alive" }), aliveMs)
    const running = work(event.data, (answer) => port.postMessage(answer), cancelling.signal)
      .catch(async (error: unknown) => {
        if (isDiskFull(error)) await noteDiskFull(now())
        port.postMessage(failureOf(error))
      })
      .finally(() => {
        clearInterval(alive)
        port.close()
      })
    event.waitUntil?.(running)
  }
}
