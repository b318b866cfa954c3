/** A page at rest for this long is read. */
const restMs = 300
/** A page that shows something for the first time rests this long: the seller waits for it. */
export const firstRestMs = 80
/** A page that never rests is read at least this often. */
const patienceMs = 3_000
/** Reading takes at most this share of the time, however much the page changes. */
const share = 0.05

/**
 * Decides when to work: after the page has come to rest, in an idle moment, and never more than a twentieth of the time.
 * `ask` costs microseconds, so that a storm of mutations may call it for each batch.
 */
export function createPace(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  let firstAskedAt = 0
  let notBefore = 0
  let due = 0

  function run() {
    idle = undefined
    firstAskedAt = 0
    const start = performance.now()
    work()
    const took = performance.now() - start
    notBefore = start + took / share
  }

  function whenDue() {
    const left = due - performance.now()
    timer = undefined
    if (left > 1) timer = setTimeout(whenDue, left)
    else idle = requestIdleCallback(run, { timeout: 1_000 })
  }

  return {
    /** Asks for the work to be done after `wait` ms of rest. */
    ask(wait: number = restMs) {
      const now = performance.now()
      firstAskedAt ||= now
      const rested = Math.min(now + wait, firstAskedAt + Math.max(patienceMs, wait))
      due = Math.max(rested, notBefore)
      if (timer === undefined && idle === undefined) timer = setTimeout(whenDue, due - now)
    },
    stop() {
      clearTimeout(timer)
      if (idle !== undefined) cancelIdleCallback(idle)
      timer = undefined
      idle = undefined
    }
  }
}
