import { useStore } from "./use-store"

/**
 * Where the comparison with past orders stands. Only when it is "ready" may a face say that nothing needs a check:
 * "none" = no order read, "few" = too few to compare, "working" and "failed" = new orders wait for their scores.
 */
export type History = { state: "none" | "few" | "working" | "failed" | "ready"; orders: number }

/** The comparison's state, live; undefined while it loads. */
export function useHistory(): History | undefined {
  return useStore(async (db): Promise<History> => {
    const [orders, job, fits] = await Promise.all([
      db.orders.count(),
      db.jobs.get("score-orders"),
      // counted, not read: a fit holds a whole forest
      db.fits.where("model").equals("anomaly").count()
    ])
    if (orders === 0) return { state: "none", orders }
    if (job) return { state: job.lastError === undefined ? "working" : "failed", orders }
    return { state: fits === 0 ? "few" : "ready", orders }
  })
}
