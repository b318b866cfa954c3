import { describe, expect, it } from "vitest"
import {
  createDispatch,
  createRateLimit,
  type Handlers,
  isAllowedSender
} from "../../background/dispatch"
import type { Answer } from "../../src/messaging/protocol"

const id = "abcdefghijklmnopabcdefghijklmnop"
const own = `chrome-extension://${id}`
const tab = { id: 7 } as chrome.tabs.Tab

const contentScript = { id, origin: "https://shop.example", frameId: 0, tab }

/** Senders as Chromium really fills them in (RELIABILITY M6). */
const senders: [string, chrome.runtime.MessageSender, { page: boolean; panel: boolean }][] = [
  ["our content script in the top frame", contentScript, { page: true, panel: false }],
  [
    "our content script in a frame",
    { ...contentScript, frameId: 3 },
    { page: false, panel: false }
  ],
  [
    "a sandboxed frame, whose tab url is the shop",
    { ...contentScript, origin: "null" },
    { page: false, panel: false }
  ],
  [
    "a data: frame",
    { ...contentScript, origin: "null", frameId: 4 },
    { page: false, panel: false }
  ],
  [
    "another extension",
    { id: "other", origin: "chrome-extension://other" },
    { page: false, panel: false }
  ],
  ["our popup", { id, origin: own }, { page: false, panel: true }],
  [
    "our side panel opened as a tab",
    { id, origin: own, frameId: 0, tab },
    { page: false, panel: true }
  ],
  ["a sender without origin", { id, frameId: 0, tab }, { page: false, panel: false }]
]

describe("isAllowedSender", () => {
  it.each(senders)("%s", (_, sender, allowed) => {
    expect(isAllowedSender("page:capture", sender, id)).toBe(allowed.page)
    expect(isAllowedSender("panel:give-feedback", sender, id)).toBe(allowed.panel)
  })
})

const calls: unknown[] = []
const handlers = new Proxy({} as Handlers, {
  get: () => async (request: unknown) => {
    calls.push(request)
    return {}
  }
})

function ask(raw: unknown, sender: chrome.runtime.MessageSender): Promise<Answer<unknown>> {
  const dispatch = createDispatch(handlers, id)
  return new Promise((resolve) => dispatch(raw, sender, resolve))
}

describe("dispatch answers everything", () => {
  const capture = {
    marketplace: "demo",
    account: "shop",
    page: "orders",
    readAt: 1_790_000_000_000,
    outcome: "complete",
    rows: 0,
    strategy: "headers",
    orders: [],
    listings: [],
    messages: []
  }
  const error = (code: string) => ({ ok: false, error: { code } })

  it.each([
    ["an unknown message", { type: "toString" }, "invalid"],
    ["no message at all", null, "invalid"],
    ["an unknown key", { type: "page:capture", request: { ...capture, more: 1 } }, "invalid"],
    ["a wrong enum", { type: "page:capture", request: { ...capture, outcome: "fine" } }, "invalid"],
    [
      "a name that is no name",
      { type: "page:capture", request: { ...capture, marketplace: "__proto__" } },
      "invalid"
    ],
    [
      "over a mebibyte",
      {
        type: "page:badges",
        request: { marketplace: "demo", account: "x".repeat(2 ** 20), nativeIds: [] }
      },
      "too-large"
    ]
  ])("%s", async (_, raw, code) => {
    expect(await ask(raw, contentScript)).toMatchObject(error(code))
  })

  it("does what is well-formed", async () => {
    expect(await ask({ type: "page:capture", request: capture }, contentScript)).toEqual({
      ok: true,
      reply: {}
    })
    expect(calls.at(-1)).toEqual(capture)
  })

  it("never repeats a value of the request in an error", async () => {
    const answer = await ask(
      { type: "page:capture", request: { ...capture, page: "Jane Doe" } },
      contentScript
    )
    expect(JSON.stringify(answer)).not.toContain("Jane")
  })
})

describe("createRateLimit", () => {
  it("lets through 20 at once, then 20 a second", () => {
    let time = 0
    const allowed = createRateLimit(() => time)
    const burst = Array.from({ length: 30 }, () => allowed("tab"))
    expect(burst.filter(Boolean)).toHaveLength(20)
    time = 500
    expect(Array.from({ length: 30 }, () => allowed("tab")).filter(Boolean)).toHaveLength(10)
    expect(allowed("another tab")).toBe(true)
  })
})
