import { isCurrencySign } from "../money-text"
import { isUndisplayed } from "../page-text"

/** One line of text as a person sees it, and the element that shows it. */
export type Piece = {
  text: string
  element: Element
  /** Struck through: an old price, not what is paid. */
  struck: boolean
  /** A date that the page gives in a form for machines (`<time datetime>`). */
  datetime?: string
}

const silent = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG OPTION DATALIST CANVAS VIDEO AUDIO IFRAME OBJECT PORTSIDE-BADGE".split(
    " "
  )
)
const inline = new Set(
  "A ABBR B BDI BDO CODE EM FONT I MARK SMALL SPAN STRONG SUB SUP TIME U LABEL BUTTON CITE Q DATA VAR".split(
    " "
  )
)
const struckTags = new Set(["DEL", "S", "STRIKE"])
const struckNames =
  /(?:^|[\s_-])(?:struck|strike|strikethrough|line-through|old-?price|price-?old|was-?price|compare-?(?:at-?)?price|crossed|was)(?:$|[\s_-])/i
const shownInputs = new Set(["", "text", "number", "search", "tel", "date", "datetime-local"])

/** The value that a form field shows. */
function shownValue(element: Element, name: string): string {
  if (name === "SELECT") {
    const chosen = element.querySelector("option[selected]") ?? element.querySelector("option")
    return chosen?.textContent ?? ""
  }
  if (name === "TEXTAREA") return ""
  if (name === "INPUT" && !shownInputs.has((element.getAttribute("type") ?? "").toLowerCase()))
    return ""
  const live = (element as HTMLInputElement).value
  return typeof live === "string" && live !== "" ? live : (element.getAttribute("value") ?? "")
}

/** What an icon without text says when one points at it. */
function iconName(element: Element, name: string): string {
  if (name !== "SPAN" && name !== "I") return ""
  const said = element.getAttribute("title")
  return said && (element.textContent ?? "").trim() === "" ? said : ""
}

const isField = (name: string) =>
  name === "INPUT" || name === "SELECT" || name === "TEXTAREA" || /^[A-Z]+-INPUT$/.test(name)

const amount = /\p{Sc}\s?\d|\d\s?\p{Sc}/u
const rangeSign = /(?:[-–—~〜～/×x(]|\b(?:to|bis|à|a|al|tot|do|até))\s*$/i

/**
 * Whether two inline neighbours without a space between them are two things: "Ellis Demoson|ellis_demo1".
 * A currency and its number stay together; two numbers never become one that the page does not show.
 */
function partsBetween(before: string, after: string): boolean {
  // an amount in each of two elements: "Was £34.00", "Now £24.50", unless a dash makes them a range
  const [end, start] = [before.slice(-40), after.slice(0, 40)]
  if (amount.test(start) && amount.test(end) && !rangeSign.test(end)) return true
  const [last, first] = [before.at(-1) ?? "", after[0] ?? ""]
  if (!/[\p{L}\p{N})]/u.test(last) || !/[\p{L}\p{N}(\p{Sc}]/u.test(first)) return false
  const [sign, word] = [/[^\s\d]+$/.exec(before)?.[0], /^[^\s\d]+/.exec(after)?.[0]]
  // "290.00" and "฿350.00" are two amounts, "12.90" and "€" is one
  if (/^\p{Sc}\s?\d/u.test(after) && /\d/.test(last)) return /[.,]\d\d$/.test(before)
  if (/\p{Sc}/u.test(first)) return !isCurrencySign(`${sign ?? ""}${first}`) && !/\d/.test(last)
  if (/\d/.test(first) && sign && isCurrencySign(sign)) return false
  return !(/\d/.test(last) && word && isCurrencySign(word))
}

/**
 * What an element shows, line by line. Open shadow roots are walked, hidden parts are not.
 * Stops after `most` nodes, so that an endless page costs a fixed time. Elements that match `skip` are left out.
 */
export function piecesIn(root: Element, most = 4_000, skip = ""): Piece[] {
  const pieces: Piece[] = []
  let left = most
  let text = ""
  let from = root
  let datetime: string | undefined
  /** An inline element began or ended since the last letter. */
  let seam = false

  function flush(struck: boolean) {
    const shown = text.replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/g, " ").trim()
    if (shown) pieces.push({ text: shown, element: from, struck, ...(datetime && { datetime }) })
    text = ""
    datetime = undefined
  }

  function add(value: string, parent: Element, struck: boolean) {
    if (seam && partsBetween(text, value)) flush(struck)
    if (text.trim() === "") from = parent
    text += value
    seam = false
  }

  function enter(element: Element, struck: boolean) {
    const name = element.nodeName.toUpperCase()
    if (silent.has(name)) return
    if (isUndisplayed(element)) return
    if (skip && element.matches(skip)) return
    const strikes =
      struckTags.has(name) ||
      struckNames.test(element.getAttribute("class") ?? "") ||
      /line-through/i.test(element.getAttribute("style") ?? "")
    const breaks = strikes || name === "INS" || !inline.has(name)
    if (breaks) flush(struck)
    seam = true
    // "19" and a raised "99" are one price
    if (name === "SUP" && /\d$/.test(text) && /^\s*\d\d\s*$/.test(element.textContent ?? "")) {
      text += "٫"
    }
    const icon = iconName(element, name)
    if (icon) add(icon, element, struck)
    else if (isField(name)) add(shownValue(element, name), element, struck)
    else walk(element.shadowRoot ?? element, element, struck || strikes)
    datetime = element.getAttribute("datetime") ?? datetime
    if (breaks) flush(struck || strikes)
    seam = true
  }

  function walk(node: Element | ShadowRoot, holder: Element, struck: boolean) {
    for (let child = node.firstChild; child && left > 0; child = child.nextSibling) {
      left--
      if (child.nodeType === 3) add(child.nodeValue ?? "", holder, struck)
      else if (child.nodeType === 1) enter(child as Element, struck)
    }
  }

  walk(root.shadowRoot ?? root, root, false)
  flush(false)
  return pieces
}
