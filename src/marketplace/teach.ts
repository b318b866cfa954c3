import type { Pointed } from "../domain/taught"
import { pickElement } from "./pick-element"
import { findGrids } from "./records/grids"
import { anchorOf, columnAt } from "./records/taught"

/** What the panel asks of the page's script when the seller is to point at something. */
export type PickRequest = { type: "portside:pick"; say: string }

const longestSample = 80

async function pick(doc: Document, say: string): Promise<Pointed> {
  const element = await pickElement(doc, say)
  if (!element) return { outcome: "cancelled" }
  const at = columnAt([...findGrids(doc)], element)
  if (!at) return { outcome: "not-in-a-list" }
  return {
    outcome: "picked",
    anchor: anchorOf(at.column),
    sample: at.text.slice(0, longestSample),
    rows: at.grid.rows.length
  }
}

/** Answers the panel with what the seller points at. Only the extension's own pages can ask. */
export function answerPicks(doc: Document): void {
  chrome.runtime.onMessage.addListener((request: unknown, sender, respond) => {
    const { type, say } = (request ?? {}) as Partial<PickRequest>
    const isOurs = sender.origin === `chrome-extension://${chrome.runtime.id}`
    if (!isOurs || type !== "portside:pick") return undefined
    void pick(doc, String(say)).then(respond, () => respond({ outcome: "cancelled" }))
    return true
  })
}
