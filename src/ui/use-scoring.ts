import { useStore } from "./use-store"

/** Whether new orders wait to be compared, or the comparison failed and waits for its next try. */
export function useScoring(): "idle" | "working" | "failed" {
  const job = useStore((db) => db.jobs.get("score-orders"))
  if (!job) return "idle"
  return job.lastError === undefined ? "working" : "failed"
}
