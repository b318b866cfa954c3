/** A slice of work; the page answers to its user between two. */
const sliceMs = 8
/** The share of the time that may be worked, however often it is asked for. */
const share = 0.05

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs generators in slices of a few ms, and never more than a twentieth of the time. */
export function createSlices() {
  let notBefore = 0
  return async <T>(begin: () => Generator<void, T>): Promise<T> => {
    await rest(Math.max(0, notBefore - performance.now()))
    const steps = begin()
    let worked = 0
    for (;;) {
      const start = performance.now()
      let step = steps.next()
      while (!step.done && performance.now() - start < sliceMs) step = steps.next()
      worked += performance.now() - start
      if (step.done) {
        notBefore = performance.now() + worked / share
        return step.value
      }
      await rest(0)
    }
  }
}
