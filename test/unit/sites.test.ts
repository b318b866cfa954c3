import { beforeEach, expect, it, vi } from "vitest"
import { listSites, registerSites } from "../../background/sites"

type Script = { id: string; matches: string[]; js: string[] }

const shop = { marketplace: "shop", file: "contents/shop.js", matches: ["https://*/admin/*"] }
const other = { marketplace: "other", file: "contents/other.js", matches: ["https://*/seller/*"] }
const script = (id: string, ...matches: string[]) => ({
  id,
  matches,
  js: [`contents/${id}.js`],
  runAt: "document_idle"
})

let registered: Script[] = []
let origins: string[] = []
const calls: string[] = []

beforeEach(() => {
  registered = []
  calls.length = 0
  vi.stubGlobal("fetch", async () => Response.json([shop, other]))
  vi.stubGlobal("chrome", {
    runtime: { getURL: (path: string) => path },
    permissions: { getAll: async () => ({ origins }) },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      registerContentScripts: async (scripts: Script[]) => {
        calls.push("register")
        registered = [...registered, ...scripts]
      },
      updateContentScripts: async (scripts: Script[]) => {
        calls.push("update")
        registered = registered.map((old) => scripts.find(({ id }) => id === old.id) ?? old)
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        calls.push("unregister")
        registered = registered.filter(({ id }) => !ids.includes(id))
      }
    }
  })
})

it("registers the readers of the allowed hosts, and touches nothing the second time", async () => {
  origins = ["https://a.example/*"]
  await registerSites()
  expect(registered).toEqual([
    script("shop", "https://a.example/admin/*"),
    script("other", "https://a.example/seller/*")
  ])
  await registerSites()
  expect(calls).toEqual(["register"])
})

it("changes a reader in place when a host comes or goes, so that none is ever missing", async () => {
  origins = ["https://a.example/*"]
  await registerSites()
  origins = ["https://b.example/*", "https://a.example/*"]
  await registerSites()
  expect(registered[0]?.matches.toSorted()).toEqual([
    "https://a.example/admin/*",
    "https://b.example/admin/*"
  ])
  expect(calls).toEqual(["register", "update"])
})

it("unregisters every reader when the last host is taken back", async () => {
  origins = ["https://a.example/*"]
  await registerSites()
  origins = []
  await registerSites()
  expect(registered).toEqual([])
  expect(calls).toEqual(["register", "unregister"])
})

it("lists the sites without touching the registration", async () => {
  origins = ["https://a.example/*"]
  expect(await listSites()).toEqual([
    { origin: "https://a.example", marketplace: "shop", allowed: true },
    { origin: "https://a.example", marketplace: "other", allowed: true }
  ])
  expect(calls).toEqual([])
})
