import type { PageMessage } from "../../domain/message"
import type { Reading } from "../find-records"
import type { PageHints } from "../page-hints"
import { offStage, signatureOf } from "./grids"
import { type Piece, piecesIn } from "./pieces"
import { dateIn } from "./values"

/** What an address or title of a page with messages says. */
const messagePage =
  /messag|inbox|convers|convo|\bchat|nachricht|posteingang|mensaj|mensag|messaggi|消息|站内信|客服|メッセージ|受信|문의|메시지|رسائل|الرسائل/i
/** How sites call the seller's own side of a conversation in their class names. */
const ownSide =
  /(?:^|[-_\s])(?:out|outgoing|outbound|sent|self|mine|me|own|seller|right)(?:$|[-_\s])/i

const [fewest, mostGroups, mostRows, mostPieces] = [2, 4_000, 200, 60]
const orderNumber = /\b\d{3}-\d{7}-\d{7}\b|\b\d{2}-\d{5}-\d{5}\b/
const idNames = ["data-message-id", "data-thread-id", "data-conversation-id", "data-id", "id"]

/** The row's own id, by an attribute of its or by the number in its link. */
function idOf(row: Element): string | undefined {
  const named = idNames
    .map((name) => row.getAttribute(name))
    .find((value) => value && /\d/.test(value))
  const href =
    row.closest("a")?.getAttribute("href") ?? row.querySelector("a[href]")?.getAttribute("href")
  return named ?? /(?:[=/])(\d{4,})(?:\D|$)/.exec(href ?? "")?.[1]
}

/** Letters make a text; a script without spaces needs fewer of them. */
const isProse = ({ text }: Piece) =>
  text.length >= 12 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{4}/u.test(text)

function readRow(
  row: Element,
  hints: PageHints
): { message: PageMessage; element: Element } | null {
  const pieces = piecesIn(row, mostPieces * 10).slice(0, mostPieces)
  const dated = pieces.map((piece) =>
    piece.datetime || piece.text.length <= 40 ? dateIn(piece, hints, null) : null
  )
  const timeAt = dated.findIndex((at) => at !== null && at <= hints.now)
  const prose = pieces.filter((piece, i) => i !== timeAt && isProse(piece))
  const [longest] = prose.toSorted((a, b) => b.text.length - a.text.length)
  const nativeId = idOf(row)
  const sentAt = dated[timeAt]
  if (!longest || !nativeId || sentAt === undefined || sentAt === null) return null
  const name = pieces.find(
    (piece, i) =>
      i !== timeAt && piece !== longest && piece.text.length <= 40 && !/\d/.test(piece.text)
  )
  const orderNativeId = orderNumber.exec(pieces.map(({ text }) => text).join(" "))?.[0]
  const message: PageMessage = {
    nativeId,
    direction: ownSide.test(row.getAttribute("class") ?? "") ? "out" : "in",
    text: longest.text.slice(0, 2_000),
    sentAt,
    ...(orderNativeId && { orderNativeId }),
    ...(name && { buyer: { ref: name.text } })
  }
  return { message, element: longest.element }
}

/** Groups of like neighbours that hold some text. */
function groupsIn(doc: Document): Element[][] {
  const main = doc.querySelector("main, [role=main]") ?? doc.body
  return Array.from(main?.querySelectorAll("*") ?? [])
    .slice(0, mostGroups)
    .flatMap((parent): Element[][] => {
      if (parent.childElementCount < fewest || parent.closest(offStage)) return []
      const bySignature = new Map<string, Element[]>()
      for (const child of Array.from(parent.children)) {
        const key = signatureOf(child).replace(ownSide, " ")
        bySignature.set(key, [...(bySignature.get(key) ?? []), child])
      }
      return [...bySignature.values()].filter((group) => group.length >= fewest)
    })
}

/**
 * The messages of a list of conversations or of one conversation: like neighbours of which most show a time and a text,
 * on a page that calls itself so. Which of a conversation's sides is the seller's is known only where the page's own
 * class names tell; rows without an id of theirs are left out.
 */
export function findMessages(
  doc: Document,
  url: URL,
  hints: PageHints
): Reading<PageMessage> | null {
  if (!messagePage.test(`${url.pathname}${url.search} ${doc.title ?? ""}`)) return null
  let best: NonNullable<ReturnType<typeof readRow>>[] = []
  for (const group of groupsIn(doc)) {
    if (group.length <= best.length) continue
    const probe = group.slice(0, 3).filter((row) => readRow(row, hints) !== null)
    if (probe.length < Math.min(2, group.length)) continue
    const rows = group.slice(0, mostRows).flatMap((row) => readRow(row, hints) ?? [])
    if (rows.length >= group.length * 0.6 && rows.length > best.length) best = rows
  }
  if (best.length === 0) return null
  return {
    rows: best.map(({ message }) => message),
    strategy: "message-rows",
    anchors: best.map(({ message, element }) => ({
      kind: "message",
      nativeId: message.nativeId,
      element
    }))
  }
}
