import { useEffect, useRef, useState } from "react"
import * as v from "valibot"
import {
  type TaughtFile,
  type TaughtReader,
  taughtFileSchema,
  taughtId
} from "../src/domain/taught"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"
import { TeachPage } from "./teach-page"

const longestFile = 1_000_000

function saveFile(readers: TaughtReader[]) {
  const file: TaughtFile = { format: "portside-taught-readers", version: 1, readers }
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(file, null, 2)], { type: "application/json" })
  )
  const link = document.createElement("a")
  link.href = url
  link.download = "portside-readers.json"
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

async function readFile(file: File): Promise<TaughtReader[] | null> {
  if (file.size > longestFile) return null
  try {
    const parsed = v.safeParse(taughtFileSchema, JSON.parse(await file.text()))
    return parsed.success ? parsed.output.readers : null
  } catch {
    return null
  }
}

/** What the seller taught, with files to share it, and teaching the page in front. */
export function TeachCard() {
  const { teach } = words
  const { run, busy, error } = useCommand()
  const [readers, setReaders] = useState<TaughtReader[]>([])
  const [said, say] = useState("")
  const chooser = useRef<HTMLInputElement>(null)
  const [first] = useState(() => run)
  useEffect(() => first(async () => setReaders(await send("panel:taught", {}))), [first])
  const forget = (id: string) =>
    run(async () => setReaders(await send("panel:forget-taught", { id })))
  const load = (file: File | undefined) =>
    run(async () => {
      const loaded = file ? await readFile(file) : null
      say(loaded ? teach.imported(loaded.length) : teach.badFile)
      if (loaded) setReaders(await send("panel:save-taught", { readers: loaded }))
    })
  return (
    <Card title={teach.title}>
      <p className="soft">{teach.help}</p>
      {readers.length === 0 && <p>{teach.none}</p>}
      <ul className="items">
        {readers.map((reader) => (
          <li key={taughtId(reader)} className="row spread">
            <span className="break">
              {teach.pages(reader.host, reader.path)}{" "}
              <span className="soft">
                {teach[reader.kind]}, {teach.taughtOn(words.format.moment(reader.taughtAt))}
              </span>
            </span>
            <Button
              busy={busy}
              label={teach.forgetLabel(`${reader.host}${reader.path}`)}
              onPress={() => forget(taughtId(reader))}
            >
              {teach.forget}
            </Button>
          </li>
        ))}
      </ul>
      <TeachPage onSaved={setReaders} />
      <div className="row">
        {readers.length > 0 && <Button onPress={() => saveFile(readers)}>{teach.export}</Button>}
        <Button busy={busy} onPress={() => chooser.current?.click()}>
          {teach.import}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={teach.import}
          onChange={({ target }) => {
            load(target.files?.[0])
            target.value = ""
          }}
        />
      </div>
      {said && <Notice>{said}</Notice>}
      <ErrorNotice error={error} />
    </Card>
  )
}
