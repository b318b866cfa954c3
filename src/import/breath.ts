const turnMs = 20

type Scheduler = { postTask?: (task: () => void) => Promise<void> }

/** Ends the turn: timers, messages and the screen come to their right. A timer would cost 4 ms each time. */
function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler }
  if (scheduler?.postTask) return scheduler.postTask(() => undefined)
  return new Promise((resolve) => setTimeout(resolve))
}

/** Call it between pieces of long work: every 20 ms it lets others have their turn. */
export function createBreath(): () => Promise<void> | undefined {
  let started = performance.now()
  return () => {
    if (performance.now() - started < turnMs) return undefined
    return nextTurn().then(() => {
      started = performance.now()
    })
  }
}
