import { useState } from "react"
import { send } from "../src/messaging/messenger"
import type { StoredImport } from "../src/store/blocks"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { Dialog } from "../src/ui/dialog"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { useCommand } from "../src/ui/use-command"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

const text = words.files

function holds({ lines, listings, movements, minAt, maxAt }: StoredImport): string {
  const day = (at: number) => words.format.moment(at)
  return [
    lines > 0 && text.fileLines(lines, day(minAt), day(maxAt)),
    listings > 0 && text.fileListings(listings),
    movements > 0 && text.fileMovements(movements)
  ]
    .filter(Boolean)
    .join(", ")
}

/** The files that were brought in, newest first, each with a way back. */
export function ImportsCard() {
  const { run, busy, error } = useCommand()
  const [asked, setAsked] = useState<StoredImport>()
  const [said, say] = useState("")
  const imports = useStore((db) =>
    db.imports.where("state").anyOf("live", "settled").reverse().sortBy("id")
  )
  if (!imports) return null
  // the lines of settled files and of pages stand together in entries of ours
  const shown = imports.filter(({ format }) => format !== "base" && format !== "pages")
  const undo = (one: StoredImport) =>
    run(async () => {
      await send("panel:undo-import", { importId: one.id })
      say(text.undone(one.name))
    })
  return (
    <Card title={text.listTitle}>
      {shown.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="items">
        {shown.map((one) => (
          <li key={one.id} className="row spread">
            <div>
              <p className="break">{one.name}</p>
              <p className="soft small">{holds(one)}</p>
              <p className="soft small">{text.broughtIn(words.format.moment(one.importedAt))}</p>
            </div>
            {one.state === "live" && (
              <Button busy={busy} label={text.undoLabel(one.name)} onPress={() => setAsked(one)}>
                {text.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {said && <Notice>{said}</Notice>}
      <ErrorNotice error={error} />
      {asked && (
        <Dialog
          title={text.undoTitle(asked.name)}
          confirm={text.undo}
          cancel={text.keep}
          onConfirm={() => undo(asked)}
          onClose={() => setAsked(undefined)}
        >
          {text.undoText}
        </Dialog>
      )}
    </Card>
  )
}
