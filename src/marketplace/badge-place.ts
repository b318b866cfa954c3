/** Where a badge goes in without moving anything: after the last words of its anchor. */
export type BadgePlace = {
  parent: Element
  /**
   * Free pixels behind those words up to the edge of their cell: a label needs room, a sign does not.
   */
  room: number
  /** Set where the parent lays its children out in boxes: the words end this far from its start. */
  offset?: number
}

const inBoxes = /flex|grid/
const inLines = /^(?:inline|contents|none)/
/** A badge inside one of these would be pressed with it. */
const pressed = "a, button, label, summary, [role=button], [role=link]"
const cells = "td, th, li, [role=cell], [role=gridcell], [role=listitem]"

/** The innermost last block of an anchor: after it a line of its own would be needed. */
function lastBlock(anchor: Element, hostName: string): Element {
  for (let at = anchor; ; ) {
    const last: Element | null = at.lastElementChild
    const isLast = last && (last.nextSibling?.textContent ?? "").trim() === ""
    if (!isLast || last.localName === hostName || last.matches(pressed)) return at
    if (inLines.test(getComputedStyle(last).display)) return at
    at = last
  }
}

/** Measures only; to be asked for every anchor before anything is written. */
export function badgePlace(anchor: Element, hostName: string): BadgePlace {
  const parent = lastBlock(anchor, hostName)
  const { display, direction } = getComputedStyle(parent)
  const words = anchor.ownerDocument.createRange()
  words.selectNodeContents(parent)
  const text = words.getBoundingClientRect()
  const box = parent.getBoundingClientRect()
  const cell = (parent.closest(cells) ?? parent).getBoundingClientRect()
  const isRightToLeft = direction === "rtl"
  return {
    parent,
    room: isRightToLeft ? text.left - cell.left : cell.right - text.right,
    ...(inBoxes.test(display) && {
      offset: isRightToLeft ? box.right - text.left : text.right - box.left
    })
  }
}
