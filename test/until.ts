/** @throws Error naming `what` when the promise has not settled within `timeoutMs` */
export async function within<T>(what: string, timeoutMs: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${timeoutMs} ms for ${what}`)), timeoutMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Asks `check` again until it holds. @throws Error naming what was waited for, also when `check` itself hangs */
export async function until(
  what: string,
  check: () => Promise<boolean>,
  timeoutMs = 30_000
): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await within(what, Math.max(1, end - Date.now()), check()))) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
