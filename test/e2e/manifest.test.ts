import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { type BuiltManifest, builds } from "../../scripts/build"

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as BuiltManifest

const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" })

describe.each(Object.entries(builds))("the built manifest (%s)", (name, folder) => {
  const manifest = manifestOf(folder)

  it("asks for exactly these permissions", () => {
    expect(manifest.permissions?.toSorted()).toEqual([
      "activeTab",
      "alarms",
      "scripting",
      "sidePanel",
      "storage",
      "unlimitedStorage"
    ])
    expect(manifest.optional_permissions).toBeUndefined()
  })

  it("has no host at install but loopback in the demo build", () => {
    expect(manifest.host_permissions).toEqual(
      name === "demo" ? ["http://127.0.0.1/*", "http://localhost/*"] : undefined
    )
    expect(manifest.optional_host_permissions).toEqual([
      "http://127.0.0.1/*",
      "http://localhost/*",
      "https://*/*"
    ])
    expect(JSON.stringify(manifest)).not.toContain("<all_urls>")
    expect(manifest.content_scripts).toBeUndefined()
  })

  it("opens nothing to pages or to other extensions", () => {
    expect(manifest.web_accessible_resources).toBeUndefined()
    expect(manifest.externally_connectable).toBeUndefined()
    expect(manifest.incognito).toBe("not_allowed")
  })

  it("has a policy that lets out nothing", () => {
    const policy = manifest.content_security_policy?.extension_pages ?? ""
    for (const directive of [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "connect-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'"
    ]) {
      expect(policy.split("; ")).toContain(directive)
    }
    expect(policy).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'/)
  })

  it("holds every file that it and its readers name", () => {
    const readers = JSON.parse(readFileSync(join(folder, "readers.json"), "utf8")) as {
      file: string
    }[]
    const contents = readdirSync("contents", { withFileTypes: true }).filter((entry) =>
      entry.isDirectory()
    )
    expect(readers.map(({ file }) => file).sort()).toEqual(
      contents.map(({ name }) => `contents/${name}.js`).sort()
    )
    const named = [
      manifest.background?.service_worker,
      manifest.action?.default_popup,
      manifest.side_panel?.default_path,
      ...readers.map(({ file }) => file),
      ...Object.values(manifest.icons ?? {})
    ]
    for (const file of named) expect(existsSync(join(folder, file ?? "missing")), file).toBe(true)
  })

  it("holds the weights of every model and the wasm file", () => {
    const files = filesOf(folder)
    const models = readdirSync("models", { withFileTypes: true }).filter((entry) =>
      entry.isDirectory()
    )
    expect(files.filter((file) => /weights\.[0-9a-f]+\.bin$/.test(file))).toHaveLength(
      models.length
    )
    expect(
      files.filter((file) => /tfjs-backend-wasm-simd\.[0-9a-f]+\.wasm$/.test(file))
    ).toHaveLength(1)
  })

  /** Readers that bring the reading by header words with them are over the aim of 30 KiB; the others keep it. */
  const byHooksAlone = /(?:demo|vendure|woocommerce)\.js$/
  const limitOf = (file: string) => (byHooksAlone.test(file) ? 30 : 44) * 1_024

  it("has small readers, without parsers, faces or models in them", () => {
    const readers = filesOf(folder).filter((file) => /^contents.*\.js$/.test(file))
    expect(readers.length).toBeGreaterThan(0)
    for (const file of readers) {
      const script = readFileSync(join(folder, file))
      expect(gzipSync(script).length, file).toBeLessThan(limitOf(file))
      expect(script.toString().match(/valibot|react|dexie|tensorflow/i)?.[0], file).toBeUndefined()
    }
  })

  it("has no code that reaches out, evaluates text or writes HTML", () => {
    const scripts = filesOf(folder).filter(
      (file) => file.startsWith("contents/") && file.endsWith(".js")
    )
    for (const file of scripts) {
      const text = readFileSync(join(folder, file), "utf8")
      const reach =
        /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport|eval|innerHTML|insertAdjacentHTML|localStorage|indexedDB)\b/
      expect(text.match(reach)?.[0], file).toBeUndefined()
    }
    const worker = readFileSync(join(folder, manifest.background?.service_worker ?? ""), "utf8")
    expect(worker).not.toMatch(/[^.\w]import\(/)
  })
})
