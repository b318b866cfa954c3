import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"

const source = join(import.meta.dirname, "shop")
/** What the installation depends on; the rest of `shop/` is only run. */
const ingredients = ["package.json", "package-lock.json", "vendure-config.ts", "vite.config.mts"]

function cacheFolder(): string {
  const hash = createHash("sha256")
  for (const name of ingredients) hash.update(readFileSync(join(source, name)))
  const cache = process.env.PORTSIDE_CACHE ?? join(homedir(), ".cache", "portside")
  return join(cache, `vendure-${hash.digest("hex").slice(0, 12)}`)
}

/** @throws Error with the last lines of what the command printed */
function run(command: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] })
    let said = ""
    const hear = (part: Buffer) => {
      said = (said + part).slice(-4_000)
    }
    child.stdout.on("data", hear)
    child.stderr.on("data", hear)
    child.on("error", reject)
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(" ")} failed:\n${said}`))
    )
  })
}

/**
 * Vendure with its dashboard, installed from npm and built once, in a folder outside the project that is named
 * after its ingredients. Vendure is GPL: it is run here, never shipped.
 */
export async function installVendure(say: (line: string) => void): Promise<string> {
  const folder = cacheFolder()
  const done = join(folder, "installed")
  mkdirSync(folder, { recursive: true })
  cpSync(source, folder, { recursive: true })
  if (existsSync(done)) {
    say(`Vendure stands ready in ${folder}`)
    return folder
  }
  say(`Installing Vendure into ${folder} (800 MB, some minutes, once)`)
  // `npm ci` refuses a lock without the binaries of other platforms, which some mirrors lack
  await run(
    "npm",
    ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    folder
  )
  say("Building its dashboard (a minute or two, once)")
  await run(join(folder, "node_modules", ".bin", "vite"), ["build"], folder)
  writeFileSync(done, "")
  return folder
}
