/** Where a badge goes in without moving anything: after the last words of its anchor. */
export type BadgePlace = {
  parent: Element
  /** Free pixels behind those words up to the edge of their cell: a label needs room, a sign does not. */
  room: number
  /** Where the parent lays its children out in boxes: how far from its start the words end, to the right. */
  at?: number
}

/** A badge inside one of these would be pressed with it. */
const pressed = "a,button,label,summary"
const cells = "td,th,li,[role*=cell]"
const displayOf = (element: Element) => getComputedStyle(element).display

/** The innermost last block of an anchor: after it a badge would need a line of its own. */
function lastBlock(anchor: Element, hostName: string): Element {
  for (let at = anchor; ; ) {
    const last = at.lastElementChild
    if (!last || last.nextSibling?.textContent?.trim()) return at
    if (last.matches(`${pressed},${hostName}`) || /inline|none|cont/.test(displayOf(last)))
      return at
    at = last
  }
}

/** Measures only; to be asked for every anchor before anything is written. */
export function badgePlace(anchor: Element, hostName: string): BadgePlace {
  const parent = lastBlock(anchor, hostName)
  const range = document.createRange()
  range.selectNodeContents(parent)
  const [words, box, cell] = [range, parent, parent.closest(cells) ?? parent].map((one) =>
    one.getBoundingClientRect()
  ) as [DOMRect, DOMRect, DOMRect]
  const isLeft = getComputedStyle(parent).direction === "rtl"
  return {
    parent,
    room: isLeft ? words.left - cell.left : cell.right - words.right,
    ...(/flex|grid/.test(displayOf(parent)) && {
      at: isLeft ? words.left - box.right - 4 : words.right - box.left + 4
    })
  }
}
