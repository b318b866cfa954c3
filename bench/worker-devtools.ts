import type { BrowserContext } from "playwright-core"

/** DevTools of the extension's worker, which Playwright itself gives for pages only. */
export type WorkerDevtools = {
  send<T>(method: string, params?: object): Promise<T>
  close(): Promise<void>
}

type Answer = { id?: number; result?: unknown; error?: { message: string } }

/** A session of its own with the worker that runs now. @throws Error when none runs */
export async function attachToWorker(context: BrowserContext): Promise<WorkerDevtools> {
  const browser = context.browser()
  if (!browser) throw new Error("no DevTools connection to the browser")
  const devtools = await browser.newBrowserCDPSession()
  const { targetInfos } = await devtools.send("Target.getTargets")
  const target = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.startsWith("chrome-extension://")
  )
  if (!target) throw new Error("no worker runs")
  // not flat: the messages of the inner session travel as text through the outer one
  const { targetId } = target
  const { sessionId } = await devtools.send("Target.attachToTarget", { targetId, flatten: false })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let sent = 0
  devtools.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return
    const { id = 0, result, error } = JSON.parse(event.message) as Answer
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.reject(new Error(error.message))
    else asked?.resolve(result)
  })
  return {
    send<T>(method: string, params: object = {}) {
      const id = ++sent
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      const message = JSON.stringify({ id, method, params })
      return devtools
        .send("Target.sendMessageToTarget", { sessionId, message })
        .then(() => answer as Promise<T>)
    },
    close: () => devtools.detach()
  }
}
