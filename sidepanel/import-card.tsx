import { type DragEvent, useRef, useState } from "react"
import {
  ImportFailed,
  importFile,
  inspectFile,
  type Progress,
  type Stored
} from "../src/messaging/import-client"
import type { TableChoice, TablePreview } from "../src/messaging/import-protocol"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { Notice } from "../src/ui/notice"
import { words } from "../src/ui/words"
import { ImportPreview } from "./import-preview"
import { ImportReportView } from "./import-report"

const text = words.files

type State =
  | { at: "idle" }
  | { at: "working"; label: string; rows: string; cancel: AbortController }
  | { at: "preview"; file: File; tables: TablePreview[] }
  | { at: "stored"; stored: Stored[] }
  | { at: "failed"; message: string }

function failureText(error: unknown): string {
  const code = error instanceof ImportFailed ? error.code : "failed"
  if (code === "cancelled") return text.cancelled
  const said = text.failed[code] ?? text.failed.failed ?? ""
  const line = error instanceof ImportFailed ? error.line : undefined
  return line === undefined ? said : `${said} ${text.failedLine(line)}`
}

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Drop a file, check what Portside makes of it, store it. */
export function ImportCard() {
  const [state, setState] = useState<State>({ at: "idle" })
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  async function work(
    label: string,
    rowsText: (rows: number) => string,
    run: (onProgress: (progress: Progress) => void, signal: AbortSignal) => Promise<State>
  ) {
    const cancel = new AbortController()
    setState({ at: "working", label, rows: "", cancel })
    try {
      const next = await run(
        ({ rows }) => setState({ at: "working", label, rows: rowsText(rows), cancel }),
        cancel.signal
      )
      setState(next)
    } catch (error) {
      setState({ at: "failed", message: failureText(error) })
    }
  }

  const look = (file: File | undefined) =>
    file &&
    void work(text.looking(file.name), text.lookedAt, async (onProgress, signal) => ({
      at: "preview",
      file,
      tables: await inspectFile(file, ownZone(), onProgress, signal)
    }))

  const store = (file: File, choices: TableChoice[]) =>
    void work(text.storing(file.name), text.storedRows, async (onProgress, signal) => ({
      at: "stored",
      stored: await importFile(file, choices, onProgress, signal)
    }))

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    look(event.dataTransfer.files[0])
  }

  return (
    <Card title={text.title}>
      {state.at !== "preview" && state.at !== "working" && (
        <>
          <p>{text.intro}</p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
          <div
            className="drop"
            data-over={over || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <p>{text.drop}</p>
            <Button main onPress={() => input.current?.click()}>
              {text.choose}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              accept=".csv,.tsv,.txt,.xlsx,.zip"
              onChange={(event) => {
                look(event.target.files?.[0])
                event.target.value = ""
              }}
            />
          </div>
        </>
      )}
      {state.at === "working" && (
        <div className="stack" role="status">
          <p>{state.label}</p>
          <progress aria-label={state.label} />
          <p className="soft">{state.rows}</p>
          <Button onPress={() => state.cancel.abort()}>{text.cancel}</Button>
        </div>
      )}
      {state.at === "preview" && (
        <ImportPreview
          key={state.file.name + state.file.lastModified}
          tables={state.tables}
          onStore={(choices) => store(state.file, choices)}
          onSkip={() => setState({ at: "idle" })}
        />
      )}
      {state.at === "failed" && <Notice tone="error">{state.message}</Notice>}
      {state.at === "stored" &&
        state.stored.map((stored) => <ImportReportView key={stored.table} stored={stored} />)}
    </Card>
  )
}
