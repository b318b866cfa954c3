import type { PageMessage } from "../../src/domain/message"
import type { Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"
import { textOf } from "../../src/marketplace/page-text"
import { dateIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

/** The list of conversations of the older inbox: subject, buyer and time. A conversation's own text is not on this page. */
export function readMessages(doc: Document, _: URL, hints: PageHints): Reading<PageMessage> | null {
  const threads = Array.from(doc.querySelectorAll(selectors.threads)).filter((one) =>
    one.querySelector(".thread-subject")
  )
  if (threads.length === 0) return null
  const read = threads.flatMap((thread) => {
    const text = textOf(thread.querySelector(".thread-subject"))
    const buyer = textOf(thread.querySelector(".thread-buyername"))
    const orderNativeId = /\b\d{3}-\d{7}-\d{7}\b/.exec(textOf(thread))?.[0]
    const nativeId = thread.getAttribute("data-thread-id") || thread.id || orderNativeId
    if (!text || !nativeId) return []
    const time = thread.querySelector(".thread-timestamp")
    const sentAt = time && dateIn({ text: textOf(time), element: time, struck: false }, hints)
    const message: PageMessage = {
      nativeId,
      direction: "in",
      subject: text,
      text,
      ...(orderNativeId && { orderNativeId }),
      ...(sentAt !== null && { sentAt }),
      ...(buyer && { buyer: { ref: buyer } })
    }
    return [{ message, element: thread.querySelector(".thread-subject") ?? thread }]
  })
  return {
    rows: read.map(({ message }) => message),
    strategy: "thread-rows",
    anchors: read.map(({ message, element }) => ({
      kind: "message",
      nativeId: message.nativeId,
      element
    }))
  }
}
