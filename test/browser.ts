import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type BrowserContext, chromium, type Worker } from "playwright-core"
import { findBrowser } from "../scripts/browser"
import { builds } from "../scripts/build"
import { within } from "./until"

/** Chromium's switches for WebGPU without a GPU (DESIGN.md). */
export const softwareGpu = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--use-vulkan=swiftshader",
  "--enable-features=Vulkan",
  "--ignore-gpu-blocklist"
]

export type Launched = {
  context: BrowserContext
  extensionId: string
  /** The worker that runs now; a killed one is started again by the next message. */
  worker(): Promise<Worker>
  /** Stops the worker at once, in the middle of whatever it does; false when none ran. */
  killWorker(): Promise<boolean>
  close(): Promise<void>
}

export type LaunchOptions = {
  headless?: boolean
  args?: string[]
  locale?: string
  colorScheme?: "light" | "dark"
  /** A folder that outlives the browser; else a fresh one that is removed at close. */
  profile?: string
  extension?: string
}

/** A real Chromium with the built extension in it, on a profile of its own. */
export async function launchExtension(options: LaunchOptions = {}): Promise<Launched> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), "portside-"))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: false,
    viewport: { width: 1440, height: 900 },
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    ignoreDefaultArgs: ["--disable-extensions"],
    // on Linux the language comes from here, and only where its texts are installed (chromium-l10n)
    env: { ...process.env, LANGUAGE: (options.locale ?? "en-US").replace("-", "_") },
    args: [
      ...((options.headless ?? true) ? ["--headless=new"] : []),
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--lang=${options.locale ?? "en-US"}`,
      "--enable-unsafe-extension-debugging",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(options.args ?? [])
    ]
  })
  const browser = context.browser()
  if (!browser) throw new Error("no DevTools connection to the browser")
  const devtools = await browser.newBrowserCDPSession()
  // works in Chromium and in branded Chrome, which ignores --load-extension from version 137 on
  const path = resolve(options.extension ?? builds.demo)
  const { id: extensionId } = await devtools.send("Extensions.loadUnpacked", { path })
  const workerUrl = `chrome-extension://${extensionId}/`
  const runningWorker = () =>
    context.serviceWorkers().find((one) => one.url().startsWith(workerUrl))

  async function closeWorker(): Promise<boolean> {
    const { targetInfos } = await devtools.send("Target.getTargets")
    const target = targetInfos.find(
      ({ type, url }) => type === "service_worker" && url.startsWith(workerUrl)
    )
    if (!target) return false
    // Chromium itself never starts a worker again that is closed while it starts: it must run code first
    await runningWorker()?.evaluate("1")
    const { success } = await devtools.send("Target.closeTarget", { targetId: target.targetId })
    return success
  }

  return {
    context,
    extensionId,
    worker: async () =>
      runningWorker() ?? (await context.waitForEvent("serviceworker", { timeout: 30_000 })),
    killWorker() {
      // a worker that ends by itself at that moment leaves the commands without an answer
      return within("the worker to close", 10_000, closeWorker()).catch(() => false)
    },
    async close() {
      await context.close()
      if (!options.profile) rmSync(profile, { recursive: true, force: true })
    }
  }
}
