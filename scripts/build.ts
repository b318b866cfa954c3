import { spawnSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Reader } from "../src/marketplace/match-pattern"

/** The extension that is released, and the one for demo and tests: the same files, loopback hosts granted. */
export const builds = { release: "build/chrome-mv3-prod", demo: "build/chrome-mv3-demo" } as const

type ContentScript = { matches: string[]; js: string[]; css?: string[]; run_at?: string }
export type BuiltManifest = Omit<chrome.runtime.ManifestV3, "content_scripts"> & {
  content_scripts?: ContentScript[]
  optional_host_permissions?: string[]
}

function runPlasmo(): void {
  rmSync(builds.release, { recursive: true, force: true })
  const run = spawnSync(
    process.execPath,
    ["node_modules/plasmo/bin/index.mjs", "build", "--src-path=."],
    { encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } }
  )
  const output = `${run.stdout}${run.stderr}`
  // Plasmo exits 0 on errors
  if (
    run.status !== 0 ||
    /ERROR|🔴 (?!The Browser)/.test(output) ||
    !existsSync(join(builds.release, "manifest.json"))
  ) {
    throw new Error(`plasmo build failed:\n${output}`)
  }
}

/** Host patterns that the readers' match patterns lie in: "https://*\/wp-admin/*" → "https://*\/*". */
export function hostPatterns(matches: string[]): string[] {
  const hosts = new Set(matches.map((match) => match.replace(/^([a-z*]+:\/\/[^/]+)\/.*$/, "$1/*")))
  // shops stand under any host; each is asked for by its own name
  const every = "https://*/*"
  const covered = hosts.has(every)
  return [...hosts]
    .filter((host) => !covered || host === every || !host.startsWith("https:"))
    .sort()
}

/** Reads any page, so it is never registered: it is started in a tab by the seller's click. */
const byClickOnly = "generic"
/** No reader of its own: the worker starts it in the tab where the seller asks for an analysis. */
const analysis = "listing"

/**
 * Plasmo declares content scripts statically, which asks for every host at install. Ours are registered
 * by the worker once the seller allowed a host, so they move from the manifest to `readers.json`.
 */
function declareReadersAsOptional(folder: string): void {
  const path = join(folder, "manifest.json")
  const manifest = JSON.parse(readFileSync(path, "utf8")) as BuiltManifest
  mkdirSync(join(folder, "contents"))
  const scripts = (manifest.content_scripts ?? []).map(({ matches, js, css }): Reader => {
    const [script, ...more] = js
    if (!script || more.length > 0 || (css?.length ?? 0) > 0) {
      throw new Error(`a content script must be one file without css: ${js.join(", ")}`)
    }
    const marketplace = script.replace(/\..*$/, "")
    const file = `contents/${marketplace}.js`
    renameSync(join(folder, script), join(folder, file))
    return { marketplace, matches: marketplace === byClickOnly ? [] : matches, file }
  })
  const readers = scripts.filter(({ marketplace }) => marketplace !== analysis)
  delete manifest.content_scripts
  manifest.optional_host_permissions = hostPatterns(readers.flatMap((reader) => reader.matches))
  writeFileSync(join(folder, "readers.json"), JSON.stringify(readers))
  writeFileSync(path, JSON.stringify(manifest))
}

/** The list is data: Plasmo would make a script of it, and the worker only reads it when it needs it. */
function addDisposableDomains(folder: string): void {
  const list = createRequire(import.meta.url).resolve(
    "disposable-email-domains-js/dist/dict/disposable_email_blocklist.json"
  )
  cpSync(list, join(folder, "disposable-domains.json"))
}

function copyWithLoopbackGranted(): void {
  rmSync(builds.demo, { recursive: true, force: true })
  cpSync(builds.release, builds.demo, { recursive: true })
  const path = join(builds.demo, "manifest.json")
  const manifest = JSON.parse(readFileSync(path, "utf8")) as BuiltManifest
  manifest.host_permissions = ["http://127.0.0.1/*", "http://localhost/*"]
  writeFileSync(path, JSON.stringify(manifest))
}

/** Builds both extensions into `build/`. Throws with Plasmo's output when anything went wrong. */
export function build(): void {
  runPlasmo()
  declareReadersAsOptional(builds.release)
  addDisposableDomains(builds.release)
  copyWithLoopbackGranted()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build()
  console.log(`Built ${builds.release} (to release) and ${builds.demo} (loopback hosts granted).`)
}
