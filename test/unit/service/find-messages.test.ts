import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import { findMessages } from "../../../src/marketplace/records/messages"

const hints = { locale: "en", now: Date.parse("2026-11-24T12:00:00Z"), zone: "UTC" }
const find = (html: string, path = "/messages/inbox") => {
  const { document } = parseHTML(`<html lang="en"><body><main>${html}</main></body></html>`)
  return findMessages(
    document as unknown as Document,
    new URL(`https://shop.example${path}`),
    hints
  )
}

const inbox = `<ul>
  <li class="thread unread"><a href="/messages/88123401"><b>Ada Example</b>
    <p>Where is my parcel? Order 114-2233445-6677889</p><time datetime="2026-11-23T09:00:00Z">yesterday</time></a></li>
  <li class="thread"><a href="/messages/88123402"><b>Bo Example</b>
    <p>The blue mug arrived broken.</p><time datetime="2026-11-22T09:00:00Z">Sunday</time></a></li>
</ul>`

describe("messages of any page", () => {
  it("a list of conversations", () => {
    const found = find(inbox)
    expect(found?.rows).toEqual([
      {
        nativeId: "88123401",
        direction: "in",
        text: "Where is my parcel? Order 114-2233445-6677889",
        sentAt: Date.parse("2026-11-23T09:00:00Z"),
        orderNativeId: "114-2233445-6677889",
        buyer: { ref: "Ada Example" }
      },
      {
        nativeId: "88123402",
        direction: "in",
        text: "The blue mug arrived broken.",
        sentAt: Date.parse("2026-11-22T09:00:00Z"),
        buyer: { ref: "Bo Example" }
      }
    ])
    expect(found?.anchors.map(({ element }) => element.nodeName)).toEqual(["P", "P"])
  })

  it("a conversation with the seller's own side", () => {
    const found = find(
      `<div><div id="m-1" class="bubble incoming"><p>请问什么时候发货？</p><span>2026-11-23 10:00</span></div>
       <div id="m-2" class="bubble outgoing"><p>今天下午就发出，请放心。</p><span>2026-11-23 11:00</span></div></div>`,
      "/chat/5"
    )
    expect(found?.rows.map(({ direction, text }) => `${direction} ${text}`)).toEqual([
      "in 请问什么时候发货？",
      "out 今天下午就发出，请放心。"
    ])
  })

  it.each([
    ["a page that does not call itself so", inbox, "/orders"],
    ["no times", inbox.replaceAll(/<time.*?<\/time>/g, ""), "/messages"],
    ["no id", inbox.replaceAll(/href="[^"]*"/g, ""), "/messages"],
    ["nothing", "", "/messages"]
  ])("%s: null", (_, html, path) => expect(find(html, path)).toBeNull())
})
