import type { ImportAnswer, ImportRequest, TableChoice, TablePreview } from "./import-protocol"

/** The file was refused, the disk is full, the seller cancelled, ... `code` says which. */
export class ImportFailed extends Error {
  constructor(
    readonly code: string,
    readonly line?: number
  ) {
    super(code)
    this.name = "ImportFailed"
  }
}

export type Progress = Extract<ImportAnswer, { type: "progress" }>
export type Stored = Extract<ImportAnswer, { type: "stored" }>

/** The worker ends after 30 s without an event, however busy it is. */
const stayAwakeMs = 15_000
/** It says every 2 s that it is alive; one that was stopped says nothing any more. */
const silenceMs = 12_000

async function converse(
  request: ImportRequest,
  signal: AbortSignal,
  onAnswer: (answer: ImportAnswer) => void
): Promise<void> {
  const registration = await navigator.serviceWorker.ready
  const worker = registration.active
  if (!worker) throw new ImportFailed("no-answer")
  const { port1, port2 } = new MessageChannel()
  const staying = setInterval(() => worker.postMessage({ type: "import:stay" }), stayAwakeMs)
  const cancel = () => port1.postMessage("cancel")
  signal.addEventListener("abort", cancel)
  try {
    await new Promise<void>((resolve, reject) => {
      const stopped = () => reject(new ImportFailed(signal.aborted ? "cancelled" : "no-answer"))
      let silence = setTimeout(stopped, silenceMs)
      port1.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        clearTimeout(silence)
        if (data.type === "failed") return reject(new ImportFailed(data.code, data.line))
        onAnswer(data)
        if (data.type === "done" || data.type === "inspected") return resolve()
        silence = setTimeout(stopped, silenceMs)
      }
      worker.postMessage(request, [port2])
      if (signal.aborted) cancel()
    })
  } finally {
    clearInterval(staying)
    signal.removeEventListener("abort", cancel)
    port1.close()
  }
}

/** What a file holds, before anything is stored. @throws ImportFailed */
export async function inspectFile(
  file: File,
  zone: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal
): Promise<TablePreview[]> {
  let found: TablePreview[] = []
  await converse({ type: "import:inspect", file, zone }, signal, (answer) => {
    if (answer.type === "progress") onProgress(answer)
    if (answer.type === "inspected") found = answer.tables
  })
  return found
}

/** Stores the chosen tables of a file. @throws ImportFailed; nothing of the table that failed is kept */
export async function importFile(
  file: File,
  choices: TableChoice[],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal
): Promise<Stored[]> {
  const stored: Stored[] = []
  await converse({ type: "import:run", file, choices }, signal, (answer) => {
    if (answer.type === "progress") onProgress(answer)
    if (answer.type === "stored") stored.push(answer)
  })
  return stored
}

/** Puts a backup in the place of what is stored. @throws ImportFailed; nothing is then changed */
export async function restoreFile(file: File, passphrase: string): Promise<void> {
  const signal = new AbortController().signal
  await converse({ type: "backup:restore", file, passphrase }, signal, () => undefined)
}
