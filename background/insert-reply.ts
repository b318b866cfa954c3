import type { InsertOutcome } from "../src/domain/reply"

/**
 * Where a tool may fill the reply field: shops' own back-offices. Marketplaces are left out until their rules are known
 * to allow it; Amazon never.
 */
const allowed = new Set(["demo", "woocommerce", "shopify", "vendure"])

export const canInsert = (marketplace: string): boolean => allowed.has(marketplace)

/**
 * Runs in the page: writes the text into the field that has the focus, else into the only one that is shown. It clicks
 * nothing and sends nothing. False where no field, or more than one, could be meant.
 */
function fillField(text: string): boolean {
  const fields = 'textarea, [contenteditable=""], [contenteditable="true"]'
  const focused = document.activeElement?.closest<HTMLElement>(fields)
  const shown = [...document.querySelectorAll<HTMLElement>(fields)].filter(
    (one) => one.checkVisibility() && !one.matches(":disabled, [readonly]")
  )
  const field = focused ?? (shown.length === 1 ? shown[0] : undefined)
  if (!field) return false
  field.focus()
  if (field instanceof HTMLTextAreaElement) {
    // a framework listens to the element's own setter; the prototype's is the browser's
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value") ?? {}
    set?.call(field, text)
  } else field.textContent = text
  field.dispatchEvent(
    new InputEvent("input", { bubbles: true, inputType: "insertText", data: text })
  )
  return true
}

/** Puts a reply into the marketplace's own reply field, in the tab that the seller looks at. `host`: the shop's. */
export async function insertReply(host: string, text: string): Promise<InsertOutcome> {
  const tabs = await chrome.tabs.query({ active: true })
  const tab = tabs.find(({ url }) => url && new URL(url).host.replaceAll(":", "_") === host)
  if (tab?.id === undefined) return "no-page"
  const [result] = await chrome.scripting
    .executeScript({ target: { tabId: tab.id }, func: fillField, args: [text] })
    .catch(() => [])
  if (!result) return "no-page"
  return result.result ? "inserted" : "no-field"
}
