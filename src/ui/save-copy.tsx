import { useState } from "react"
import { sourceOfCopy, writeBackup } from "../store/backup"
import { openCopy } from "../store/snapshot"
import { Button } from "./button"
import { Notice } from "./notice"
import { saveFile } from "./save-file"
import { TextField } from "./text-field"
import type { Command } from "./use-command"
import { words } from "./words"

const text = words.recovery
const shortest = 10

/** The way out of a store that the browser cannot open any more: its copy, as a backup file. */
export function SaveCopy({ run, busy }: Command) {
  const [passphrase, setPassphrase] = useState("")
  const [short, setShort] = useState(false)
  const save = () => {
    setShort(passphrase.length < shortest)
    if (passphrase.length < shortest) return
    run(async () => {
      const now = Date.now()
      const blob = await writeBackup(sourceOfCopy(await openCopy()), passphrase, now)
      const day = new Date(now).toISOString().slice(0, 10)
      saveFile(`portside-backup-${day}.portside`, blob, "application/octet-stream")
    })
  }
  return (
    <div className="stack">
      <h3>{text.saveTitle}</h3>
      <p>{text.saveHelp}</p>
      <TextField label={text.savePassphrase} secret value={passphrase} onChange={setPassphrase} />
      {short && <Notice tone="warning">{words.protection.short}</Notice>}
      <div className="row">
        <Button busy={busy} onPress={save}>
          {text.save}
        </Button>
      </div>
    </div>
  )
}
