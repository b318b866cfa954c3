import { useRef, useState } from "react"
import { ImportFailed, restoreFile } from "../src/messaging/import-client"
import { send } from "../src/messaging/messenger"
import { sourceOf, writeBackup } from "../src/store/backup"
import { Database } from "../src/store/database"
import { exportCsv } from "../src/store/export-csv"
import { exportJson } from "../src/store/export-json"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { Dialog } from "../src/ui/dialog"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { saveFile } from "../src/ui/save-file"
import { TextField } from "../src/ui/text-field"
import { type Command, useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

const text = words.protection

/** A name that sorts by day. */
const fileName = (name: string, ending: string) =>
  `portside-${name}-${new Date().toISOString().slice(0, 10)}.${ending}`

async function withStore<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = new Database()
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

function Exports({ run, busy }: Command) {
  const save = (make: (db: Database) => Promise<Blob>, name: string, ending: string) =>
    run(async () => {
      const blob = await withStore(make)
      saveFile(fileName(name, ending), blob, blob.type)
    })
  return (
    <div className="stack">
      <h3>{text.exportTitle}</h3>
      <div className="row">
        <Button
          busy={busy}
          onPress={() => save((db) => exportJson(db, Date.now()), "data", "json")}
        >
          {text.exportJson}
        </Button>
        <Button busy={busy} onPress={() => save(exportCsv, "order-lines", "csv")}>
          {text.exportCsv}
        </Button>
      </div>
      {busy && <p className="soft">{text.exporting}</p>}
    </div>
  )
}

function Backup({ run, busy }: Command) {
  const [passphrase, setPassphrase] = useState("")
  const [asked, setAsked] = useState<File>()
  const [said, say] = useState<{ tone: "good" | "error" | "warning"; text: string }>()
  const input = useRef<HTMLInputElement>(null)
  const long = passphrase.length >= 10
  const withPassphrase = (work: () => void) =>
    long ? work() : say({ tone: "warning", text: text.short })
  const write = () =>
    run(async () => {
      const blob = await withStore(async (db) =>
        writeBackup(await sourceOf(db), passphrase, Date.now())
      )
      saveFile(fileName("backup", "portside"), blob, "application/octet-stream")
    })
  const restore = (file: File) =>
    run(async () => {
      try {
        await restoreFile(file, passphrase)
        say({ tone: "good", text: text.restored })
      } catch (error) {
        const known = error instanceof ImportFailed ? text.restoreFailed[error.code] : undefined
        if (!known) throw error
        say({ tone: "error", text: known })
      }
    })
  return (
    <div className="stack">
      <h3>{text.backupTitle}</h3>
      <p>{text.backupHelp}</p>
      <TextField label={text.backupPassphrase} secret value={passphrase} onChange={setPassphrase} />
      <div className="row">
        <Button busy={busy} onPress={() => withPassphrase(write)}>
          {text.backup}
        </Button>
        <Button busy={busy} onPress={() => withPassphrase(() => input.current?.click())}>
          {text.restoreBackup}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".portside"
          aria-label={text.restoreBackup}
          onChange={({ target }) => {
            setAsked(target.files?.[0])
            target.value = ""
          }}
        />
      </div>
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
      {asked && (
        <Dialog
          title={text.restoreBackup}
          confirm={text.restoreBackup}
          cancel={text.cancel}
          onConfirm={() => restore(asked)}
          onClose={() => setAsked(undefined)}
        >
          {text.restoreAsk}
        </Dialog>
      )}
    </div>
  )
}

function ForgetBuyer({ run, busy }: Command) {
  const [number, setNumber] = useState("")
  const [said, say] = useState("")
  const forget = () =>
    run(async () => {
      const { places } = await send("panel:forget-buyer", { nativeId: number.trim() })
      say(text.forgotten(places))
    })
  return (
    <div className="stack">
      <h3>{text.forgetTitle}</h3>
      <p>{text.forgetHelp}</p>
      <TextField label={text.orderNumber} value={number} onChange={setNumber} />
      <div className="row">
        <Button busy={busy} onPress={() => number.trim() && forget()}>
          {text.forget}
        </Button>
      </div>
      {said && <Notice>{said}</Notice>}
    </div>
  )
}

function DeleteEverything({ run, busy }: Command) {
  const [asked, setAsked] = useState(false)
  return (
    <div className="stack">
      <h3>{text.deleteTitle}</h3>
      <p>{text.deleteHelp}</p>
      <div className="row">
        <Button busy={busy} onPress={() => setAsked(true)}>
          {text.deleteAll}
        </Button>
      </div>
      {asked && (
        <Dialog
          title={text.deleteAsk}
          confirm={text.deleteAll}
          cancel={text.cancel}
          onConfirm={() => run(async () => void (await send("panel:delete-everything", {})))}
          onClose={() => setAsked(false)}
        >
          {text.deleteHelp}
        </Dialog>
      )}
    </div>
  )
}

/** Export, backup, forgetting: what a seller owes to others and to themselves. */
export function YourDataCard() {
  const command = useCommand()
  return (
    <Card title={text.yourData}>
      <Exports {...command} />
      <Backup {...command} />
      <ForgetBuyer {...command} />
      <DeleteEverything {...command} />
      <ErrorNotice error={command.error} />
    </Card>
  )
}
