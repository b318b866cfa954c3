import { useState } from "react"

export type Command = {
  run: (work: () => Promise<void>) => void
  busy: boolean
  /** What the last command threw; undefined after one that worked. */
  error: unknown
}

/** Runs commands from clicks, one at a time, and keeps the failure for an ErrorNotice. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    work()
      .catch((thrown: unknown) => setError(thrown))
      .finally(() => setBusy(false))
  }
  return { run, busy, error }
}
