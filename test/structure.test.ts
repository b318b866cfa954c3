import { readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, it } from "vitest"

const root = resolve(import.meta.dirname, "..")

/** The import table of DESIGN.md: a folder, and the folders of ours that it may import besides itself. */
const table: Record<string, string[]> = {
  "src/domain": [],
  "src/features": ["src/domain"],
  "src/insights": ["src/domain", "src/features"],
  "src/listing-rules": ["src/domain"],
  "src/profit": ["src/domain"],
  "src/customer-service": ["src/domain", "src/features"],
  "src/store": ["src/domain"],
  // the parsers of prices, dates and quantities are the pages' own
  "src/import": [
    "src/domain",
    "src/marketplace/count-text",
    "src/marketplace/date-text",
    "src/marketplace/money-text",
    "src/marketplace/number-text",
    "src/marketplace/wall-time"
  ],
  "src/messaging": ["src/domain"],
  "src/marketplace": ["src/domain", "src/messaging"],
  contents: ["src/domain", "src/marketplace", "src/messaging"],
  models: ["src/domain", "src/features"],
  background: ["src", "models", "locales"],
  locales: ["src/domain"],
  "src/ui": ["src/domain", "src/messaging", "src/store", "locales"],
  popup: ["src/domain", "src/messaging", "src/store", "src/ui", "locales"],
  sidepanel: ["src/domain", "src/messaging", "src/profit", "src/store", "src/ui", "locales"],
  train: [
    "src/domain",
    "src/features",
    "src/import",
    "models",
    "demo",
    "bench/ranking",
    "bench/metric"
  ],
  demo: ["src/domain"]
}

/** Packages that a folder may not use, whatever else it may. */
const banned: Record<string, RegExp> = {
  "src/domain": /^(?!valibot$)/,
  "src/features": /^/,
  "src/insights": /^/,
  "src/listing-rules": /^(?!valibot$)/,
  "src/profit": /^(?!valibot$|big\.js$)/,
  "src/store": /^(react|@tensorflow|recharts)/,
  "src/marketplace": /^(react|dexie|@tensorflow|valibot|recharts)/,
  contents: /^(react|dexie|@tensorflow|valibot|recharts)/,
  models: /^(react|dexie)/,
  "src/ui": /^@tensorflow/,
  popup: /^@tensorflow/,
  sidepanel: /^@tensorflow/
}

function sources(folder: string): string[] {
  const path = join(root, folder)
  if (!statSync(path, { throwIfNoEntry: false })) return []
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file))
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8")
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, name]) => name ?? [])
}

const inside = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`)

function violations(folder: string): string[] {
  const allowed = [folder, ...(table[folder] ?? [])]
  return sources(folder).flatMap((file) =>
    importsOf(file).flatMap((name) => {
      if (name.startsWith(".")) {
        const target = relative(root, resolve(root, dirname(file), name))
        return allowed.some((one) => inside(target, one)) ? [] : [`${file} → ${target}`]
      }
      return banned[folder]?.test(name) ? [`${file} → ${name}`] : []
    })
  )
}

describe("import table", () => {
  it.each(Object.keys(table))("%s imports only what it may", (folder) => {
    expect(violations(folder)).toEqual([])
  })

  it("one marketplace never imports another", () => {
    const crossing = sources("contents")
      .filter((file) => file.split("/").length > 2)
      .flatMap((file) => {
        const own = file.split("/").slice(0, 2).join("/")
        return importsOf(file)
          .filter((name) => name.startsWith("."))
          .map((name) => relative(root, resolve(root, dirname(file), name)))
          .filter((target) => inside(target, "contents") && !inside(target, own))
          .map((target) => `${file} → ${target}`)
      })
    expect(crossing).toEqual([])
  })

  it("nothing outside train, bench, demo, scripts and test reaches for demo data", () => {
    const product = ["src", "background", "contents", "models", "popup", "sidepanel"]
    const reaching = product
      .flatMap(sources)
      .filter((file) => /["'][./]+demo\//.test(readFileSync(join(root, file), "utf8")))
    expect(reaching.filter((file) => !file.startsWith("contents/"))).toEqual([])
  })
})

const folders = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

describe("registries equal folders", () => {
  it("contents", () => {
    const text = readFileSync(join(root, "test/adapters.ts"), "utf8")
    const named = [...text.matchAll(/"\.\.\/contents\/([a-z0-9-]+)\/adapter"/g)]
      .map(([, name]) => name)
      .sort()
    expect(named).toEqual(folders("contents"))
  })

  it("models", () => {
    const text = readFileSync(join(root, "models/index.ts"), "utf8")
    const named = [...text.matchAll(/"\.\/([a-z0-9-]+)(?:\/[a-z-]+)?"/g)].map(([, name]) => name)
    expect([...new Set(named)].filter((name) => name !== "model").sort()).toEqual(folders("models"))
  })

  it("import formats", () => {
    const text = readFileSync(join(root, "src/import/formats/index.ts"), "utf8")
    const named = [...text.matchAll(/"\.\/([a-z0-9-]+)"/g)].map(([, name]) => name)
    const files = readdirSync(join(root, "src/import/formats"))
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => file.replace(/\.ts$/, ""))
    expect([...new Set(named)].sort()).toEqual(files.sort())
  })

  it("insights", () => {
    const text = readFileSync(join(root, "src/insights/index.ts"), "utf8")
    const named = [...text.matchAll(/"\.\/([a-z0-9-]+)"/g)].map(([, name]) => name)
    const files = readdirSync(join(root, "src/insights"))
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => file.replace(/\.ts$/, ""))
    expect([...new Set(named)].sort()).toEqual(files.sort())
  })
})
