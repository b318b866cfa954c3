import type { Badge, BadgeKind } from "../messaging/protocol"
import type { Anchor } from "./adapter"
import { type BadgePlace, badgePlace } from "./badge-place"
import { badgeStyle } from "./badge-style"
import { toneOf } from "./color-tone"

const keyOf = (kind: BadgeKind, nativeId: string) => `${kind}:${nativeId}`
const icons: Record<Badge["state"], string> = {
  flagged: "!",
  clear: "✓",
  "too-little-history": "•",
  info: "i"
}

/** Whether the page is dark behind an element: its own background decides, else the browser's setting. */
function isDarkBehind(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const tone = toneOf(getComputedStyle(at).backgroundColor)
    if (tone) return tone === "dark"
  }
  return matchMedia("(prefers-color-scheme: dark)").matches
}

function element(doc: Document, name: string, className: string, text = ""): HTMLElement {
  const made = doc.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

function buildTip(doc: Document, { label, reasons }: Badge, scheme: string): HTMLElement {
  const tip = element(doc, "div", `tip ${scheme}`)
  // in the top layer no table or scroll box clips it
  tip.popover = "manual"
  tip.ariaHidden = "true"
  const list = element(doc, "ul", "")
  list.append(...reasons.map((reason) => element(doc, "li", "", reason)))
  tip.append(element(doc, "strong", "", label), ...(reasons.length > 0 ? [list] : []))
  return tip
}

/** Beside the badge, inside the window: below it, or above where there is no room. */
function positionTip(tip: HTMLElement, host: HTMLElement) {
  const at = host.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const below = at.bottom + 4
  const top = below + height > innerHeight ? at.top - height - 4 : below
  tip.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
  tip.style.top = `${Math.max(8, top)}px`
}

/** Hover and keyboard focus open the reasons, which are made then; leaving and Escape close them. Nothing can be clicked. */
function explainOnDemand(host: HTMLElement, shadow: ShadowRoot, badge: Badge, scheme: string) {
  let tip: HTMLElement | null = null
  const follow = () => tip && positionTip(tip, host)
  const close = () => {
    if (!tip) return
    tip.remove()
    tip = null
    removeEventListener("scroll", follow, true)
  }
  const open = () => {
    if (tip) return
    tip = buildTip(host.ownerDocument, badge, scheme)
    shadow.append(tip)
    tip.showPopover()
    follow()
    addEventListener("scroll", follow, { capture: true, passive: true })
  }
  const does: Record<string, (event: Event) => void> = {
    mouseenter: open,
    focus: open,
    mouseleave: close,
    blur: close,
    keydown(event) {
      if ((event as KeyboardEvent).key === "Escape") close()
    }
  }
  for (const [type, listener] of Object.entries(does)) host.addEventListener(type, listener)
}

/** Fills a host and gives what shows of it. */
function buildBadge(host: HTMLElement, badge: Badge, sheet: CSSStyleSheet, dark: boolean) {
  const doc = host.ownerDocument
  host.tabIndex = 0
  host.setAttribute("role", "note")
  host.setAttribute("aria-label", [badge.label, ...badge.reasons].join(". "))
  const shadow = host.attachShadow({ mode: "closed" })
  shadow.adoptedStyleSheets = [sheet]
  const scheme = dark ? "dark" : "light"
  const chip = element(doc, "span", `chip ${badge.state} ${badge.severity ?? ""} ${scheme}`)
  chip.ariaHidden = "true"
  chip.append(element(doc, "span", "icon", icons[badge.state]))
  if (badge.state === "flagged" || badge.state === "info") {
    chip.append(element(doc, "span", "label", badge.label))
  }
  shadow.append(chip)
  explainOnDemand(host, shadow, badge, scheme)
  return chip
}

/** Puts hosts into their places, then takes the label from those whose cell has no room: one layout for all. */
function insertAll(
  made: readonly { host: HTMLElement; chip: HTMLElement; at: BadgePlace }[]
): void {
  for (const { host, at } of made) {
    if (at.at !== undefined) host.setAttribute("boxed", "")
    host.style.translate = `${at.at ?? 0}px`
    at.parent.append(host)
  }
  const widths = made.map(({ chip }) => chip.offsetWidth)
  made.forEach(({ chip, at }, i) => {
    chip.classList.toggle("tight", (widths[i] ?? 0) > at.room)
  })
}

/**
 * The badges of one page: display only, each in a closed shadow root of its own, and none moves anything. `set` takes
 * what they say, `place` puts each beside its order and puts back what the page's own rendering removed.
 */
export function createBadges(doc: Document, hostName = "portside-badge") {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(badgeStyle)
  const says = new Map<string, Badge>()
  const hosts = new Map<string, { host: HTMLElement; words: string }>()
  // what a script of an older version of the extension left behind
  for (const left of Array.from(doc.querySelectorAll(hostName))) left.remove()

  function remove(key: string) {
    hosts.get(key)?.host.remove()
    hosts.delete(key)
  }

  return {
    set(kind: BadgeKind, badges: Badge[]) {
      for (const key of [...says.keys()]) if (key.startsWith(keyOf(kind, ""))) says.delete(key)
      for (const badge of badges) says.set(keyOf(kind, badge.nativeId), badge)
    },
    place(anchors: Anchor[]) {
      const wanted = new Map(anchors.map((at) => [keyOf(at.kind, at.nativeId), at.element]))
      for (const key of [...hosts.keys()]) if (!wanted.has(key)) remove(key)
      const [first] = wanted.values()
      // asked once, before anything is written: each later answer would cost a layout
      const dark = first !== undefined && isDarkBehind(first)
      const due: { key: string; badge: Badge; words: string; anchor: Element }[] = []
      for (const [key, anchor] of wanted) {
        const badge = says.get(key)
        const shown = hosts.get(key)
        const words = JSON.stringify(badge)
        if (badge && shown?.words === words && anchor.contains(shown.host)) continue
        remove(key)
        if (badge) due.push({ key, badge, words, anchor })
      }
      // nothing is in the page yet, so that all places are measured in one layout
      const made = due.map(({ key, badge, words, anchor }) => {
        const host = doc.createElement(hostName)
        hosts.set(key, { host, words })
        const chip = buildBadge(host, badge, sheet, dark)
        return { host, chip, at: badgePlace(anchor) }
      })
      insertAll(made)
    },
    clear() {
      says.clear()
      for (const key of [...hosts.keys()]) remove(key)
    }
  }
}
