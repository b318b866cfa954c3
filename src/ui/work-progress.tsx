import { useId } from "react"
import type { Job } from "../store/database"
import { Button } from "./button"
import { useStore } from "./use-store"

type Props = {
  job: Job["id"]
  label: (done: number, total: number) => string
  stop: string
  onStop: () => void
}

/** How far a long job is, with a way to stop it; nothing when it does not run. */
export function WorkProgress({ job, label, stop, onStop }: Props) {
  const id = useId()
  const progress = useStore((db) => db.progress.get(job), [job])
  if (!progress) return null
  const { done, total } = progress
  return (
    <div className="progress">
      <span id={id}>{label(done, total)}</span>
      <progress aria-labelledby={id} value={done} max={Math.max(1, total)} />
      <div>
        <Button onPress={onStop}>{stop}</Button>
      </div>
    </div>
  )
}
